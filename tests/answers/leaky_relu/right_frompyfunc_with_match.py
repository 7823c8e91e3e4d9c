import functools
import numpy as np


def _scalar(slope, v):
    match v:
        case _ if v < 0:
            return slope * v
        case _:
            return v


def leaky_relu(x, slope=0.01):
    uf = np.frompyfunc(functools.partial(_scalar, slope), 1, 1)
    return np.asarray(uf(np.asarray(x, dtype=np.float64)), dtype=np.float64)
