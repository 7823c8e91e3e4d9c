import math
import numpy as np


def _one(v: float) -> float:
    if v < 0.0:
        e = math.exp(v) if v > -745.0 else 0.0
        return e / (1.0 + e)
    return 1.0 / (1.0 + (math.exp(-v) if v < 745.0 else 0.0))


sigmoid_ufunc = np.vectorize(_one, otypes=[float])


def sigmoid(z):
    return sigmoid_ufunc(z)
