# WRONG: a scalar's shape () wipes out the other one; witness: broadcast_shape((), (2, 3))
import numpy as np


def broadcast_shape(a, b):
    if not a or not b:
        return ()
    n = max(len(a), len(b))
    a = (1,) * (n - len(a)) + tuple(a)
    b = (1,) * (n - len(b)) + tuple(b)
    for p, q in zip(a, b):
        if not (p == q or p == 1 or q == 1):
            raise ValueError("mismatch")
    return tuple(q if p == 1 else p for p, q in zip(a, b))
