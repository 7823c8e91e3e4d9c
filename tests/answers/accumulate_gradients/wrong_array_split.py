# WRONG: np.array_split evens the parts out; witness: accumulate_gradients(lambda X, y: X.mean(0), np.zeros((10, 1)), np.ones(10), 4)
import math
import numpy as np


def accumulate_gradients(grad, X, y, size):
    k = math.ceil(len(X) / size)
    out = 0
    for a, b in zip(np.array_split(X, k), np.array_split(y, k)):
        out = out + grad(a, b) * len(a)
    return out / len(X)
