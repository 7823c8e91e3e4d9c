# WRONG: pads only b, so an a that is shorter loses axes; witness: broadcast_shape((3,), (4, 2, 3))
import numpy as np


def broadcast_shape(a, b):
    b = (1,) * (len(a) - len(b)) + tuple(b)
    out = []
    for p, q in zip(a[::-1], b[::-1]):
        if p != q and p != 1 and q != 1:
            raise ValueError("mismatch")
        out.append(q if p == 1 else p)
    return tuple(out[::-1])
