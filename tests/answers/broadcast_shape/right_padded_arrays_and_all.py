import numpy as np
def broadcast_shape(a, b):
    n = max(len(a), len(b))
    A = np.ones(n, int); A[n - len(a):] = a
    B = np.ones(n, int); B[n - len(b):] = b
    if not ((A == B) | (A == 1) | (B == 1)).all():
        raise ValueError
    return tuple(np.where(A == 1, B, A).tolist())
