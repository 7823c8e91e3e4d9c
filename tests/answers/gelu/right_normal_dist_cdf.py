from statistics import NormalDist
import numpy as np

phi = np.frompyfunc(NormalDist().cdf, 1, 1)


def gelu(x):
    x = np.asarray(x, dtype=np.float64)
    return x * np.asarray(phi(x), dtype=np.float64)
