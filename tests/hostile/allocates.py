# exercise: softmax
# ways: numpy import, numpy call, bytes call, mmap call
# outcome: error
# says: emory
import mmap

import numpy as np

WHAT, WHEN = "@way@".split()
MUCH = 50 * 2**30


def attack():
    if WHAT == "numpy":
        return np.ones(MUCH // 8)
    if WHAT == "bytes":
        return bytes(MUCH)
    return mmap.mmap(-1, MUCH)


if WHEN == "import":
    kept = attack()


def softmax(x, axis=-1):
    return attack()
