# WRONG: 1 against n is broadcast when the size-1 operand comes after the other
import numpy as np
from itertools import product
def einsum(subscripts, *operands):
    lhs, out = subscripts.split("->")
    terms = lhs.split(",")
    size = {}
    for t, o in zip(terms, operands):
        for c, s in zip(t, o.shape):
            if size.setdefault(c, s) != s and s != 1: raise ValueError
    if set(out) - set(size): raise ValueError
    L = list(size)
    res = np.zeros([size[c] for c in out])
    for p in product(*(range(size[c]) for c in L)):
        at = dict(zip(L, p))
        v = 1.0
        for t, o in zip(terms, operands): v *= o[tuple(at[c] % o.shape[i] for i, c in enumerate(t))]
        res[tuple(at[c] for c in out)] += v
    return res
