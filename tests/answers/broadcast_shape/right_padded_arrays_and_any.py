import numpy as np


def broadcast_shape(a, b):
    n = max(len(a), len(b))
    A = np.ones(n, dtype=int)
    B = np.ones(n, dtype=int)
    A[n - len(a):] = a
    B[n - len(b):] = b
    if np.any((A != B) & (A != 1) & (B != 1)):
        raise ValueError("incompatible shapes")
    return tuple(np.where(A == 1, B, A).tolist())
