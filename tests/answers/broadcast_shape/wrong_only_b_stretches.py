# WRONG: only 1 in b stretches, a 1 in a against a larger size raises; witness: broadcast_shape((1, 3), (2, 3))
import numpy as np


def broadcast_shape(a, b):
    n = max(len(a), len(b))
    pa = (None,) * (n - len(a)) + tuple(a)
    pb = (None,) * (n - len(b)) + tuple(b)
    out = []
    for p, q in zip(pa, pb):
        if p is None:
            out.append(q)
        elif q is None or q == 1 or p == q:
            out.append(p)
        else:
            raise ValueError("mismatch")
    return tuple(out)
