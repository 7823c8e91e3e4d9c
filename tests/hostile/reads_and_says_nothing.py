# exercise: softmax
# ways: forgiven, forgiven_thread
# outcome: error
# says: tried to open mlprep's own files
# Right by itself, but it has tried; and it shrugs off whatever happens then.
import threading

import numpy as np


def look():
    try:
        open("@solution@").read()
    except BaseException:
        pass


def softmax(x, axis=-1):
    if "@way@" == "forgiven_thread":
        thread = threading.Thread(target=look)
        thread.start()
        thread.join()
    else:
        look()
    e = np.exp(x - x.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
