# exercise: softmax
# ways: daemon, busy, many, prints
# outcome: passed
import sys
import threading
import time

import numpy as np


def work():
    while True:
        time.sleep(0.01)
        if "@way@" == "prints":
            print("still here")


for _ in range(100 if "@way@" == "many" else 2):
    threading.Thread(target=work, daemon="@way@" == "daemon").start()


def softmax(x, axis=-1):
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
