# WRONG: aligns the shapes at the left, right only for equal lengths; witness: broadcast_shape((2, 3), (3,))
from itertools import zip_longest

import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip_longest(a, b, fillvalue=1):
        if p != q and 1 not in (p, q):
            raise ValueError("mismatch")
        out.append(q if p == 1 else p)
    return tuple(out)
