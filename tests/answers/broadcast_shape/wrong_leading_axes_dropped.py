# WRONG: zip stops at the shorter shape, leading axes of the longer one are dropped; witness: broadcast_shape((4, 2, 3), (3,))
import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip(reversed(a), reversed(b)):
        if p == q or q == 1:
            out.append(p)
        elif p == 1:
            out.append(q)
        else:
            raise ValueError("mismatch")
    return tuple(reversed(out))
