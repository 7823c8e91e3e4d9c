# WRONG: an unknown output letter raises KeyError (not a ValueError)
import numpy as np
from itertools import product
def einsum(subscripts, *operands):
    lhs, out = subscripts.split("->")
    terms = lhs.split(",")
    size = {}
    for t, o in zip(terms, operands):
        for c, s in zip(t, o.shape):
            if size.setdefault(c, s) != s: raise ValueError
    res = np.zeros([size[c] for c in out])
    L = list(size)
    for p in product(*(range(size[c]) for c in L)):
        at = dict(zip(L, p))
        v = 1.0
        for t, o in zip(terms, operands): v *= o[tuple(at[c] for c in t)]
        res[tuple(at[c] for c in out)] += v
    return res
