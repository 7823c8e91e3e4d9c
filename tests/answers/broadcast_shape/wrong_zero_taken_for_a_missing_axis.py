# WRONG: 0 is taken for a missing axis, so 0 against 3 gives 3 instead of an error; witness: broadcast_shape((0,), (3,))
from itertools import zip_longest

import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip_longest(reversed(a), reversed(b), fillvalue=0):
        if not p or not q:
            out.append(p or q)
        elif p == q or q == 1:
            out.append(p)
        elif p == 1:
            out.append(q)
        else:
            raise ValueError("mismatch")
    return tuple(reversed(out))
