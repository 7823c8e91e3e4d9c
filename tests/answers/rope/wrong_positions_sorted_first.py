# WRONG: uses the token's index instead of its given position when positions are a permutation (sorted first); witness: rope(np.ones((2, 2)), np.array([1, 0]))
import math
import numpy as np


def rope(x, positions, base=10000.0):
    x = np.asarray(x, dtype=float)
    out = np.empty_like(x)
    d = x.shape[-1]
    for idx in np.ndindex(*x.shape[:-2]):
        for t, p in enumerate(sorted(np.asarray(positions).tolist())):
            for i in range(d // 2):
                a = p * base ** (-2 * i / d)
                c, s = math.cos(a), math.sin(a)
                u, v = x[idx + (t, 2 * i)], x[idx + (t, 2 * i + 1)]
                out[idx + (t, 2 * i)] = u * c - v * s
                out[idx + (t, 2 * i + 1)] = u * s + v * c
    return out
