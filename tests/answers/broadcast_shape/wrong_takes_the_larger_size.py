# WRONG: takes the larger of the two sizes, so 0 against 1 gives 1; witness: broadcast_shape((0, 3), (1, 3))
from itertools import zip_longest

import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip_longest(a[::-1], b[::-1], fillvalue=1):
        if p != q and 1 not in (p, q):
            raise ValueError("mismatch")
        out.append(max(p, q))
    return tuple(out[::-1])
