# exercise: softmax
# ways: close, none, object, unflushable, descriptors
# outcome: passed
import os
import sys

import numpy as np


class Unflushable:
    def flush(self):
        raise ZeroDivisionError

    def write(self, text):
        raise ZeroDivisionError


def attack():
    if "@way@" == "close":
        sys.stdout.close()
        sys.stderr.close()
    elif "@way@" == "none":
        sys.stdout = sys.stderr = sys.stdin = None
    elif "@way@" == "object":
        sys.stdout = sys.stderr = object()
    elif "@way@" == "unflushable":
        sys.stdout = sys.stderr = Unflushable()
    else:
        os.closerange(0, 3)


def softmax(x, axis=-1):
    attack()
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
