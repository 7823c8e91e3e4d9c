# exercise: softmax
# ways: finalize, exits, calls
# outcome: failed error
# Whatever is done with one of these runs its own code; so nothing of ours does anything with them.
import os

import numpy as np


class Acts(np.ndarray):
    made = 0

    def __array_finalize__(self, other):
        Acts.made += 1
        if "@way@" == "exits" and Acts.made > 1:
            os._exit(0)
        if "@way@" == "finalize" and Acts.made > 1:
            raise SystemExit

    def __getattribute__(self, name):
        if "@way@" == "calls":
            raise ZeroDivisionError
        return super().__getattribute__(name)


def softmax(x, axis=-1):
    return np.ndarray.__new__(Acts, x.shape)
