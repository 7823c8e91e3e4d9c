# WRONG: a mismatch in an axis where the sizes divide each other is let through; witness: broadcast_shape((4, 2), (2, 2))
from itertools import zip_longest

import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip_longest(reversed(a), reversed(b), fillvalue=1):
        lo, hi = min(p, q), max(p, q)
        if lo == 0 and hi > 1 or lo > 0 and hi % lo:
            raise ValueError("mismatch")
        out.append(hi if lo else 0)
    return tuple(reversed(out))
