import numpy as np


def leaky_relu(x, slope=0.01):
    def f(v):
        return [f(u) for u in v] if isinstance(v, list) else (v if v >= 0 else slope * v)

    arr = np.asarray(x, dtype=float)
    return np.asarray(f(arr.tolist()), dtype=float)
