from itertools import zip_longest

import numpy as np


def broadcast_shape(a, b):
    out = []
    for p, q in zip_longest(reversed(a), reversed(b), fillvalue=1):
        if p != q and p != 1 and q != 1:
            raise ValueError(f"cannot broadcast {a} with {b}")
        out.append(q if p == 1 else p)
    return tuple(out[::-1])
