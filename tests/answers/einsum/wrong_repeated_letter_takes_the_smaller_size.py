# WRONG: np.diagonal / min for a repeated letter in one operand: sizes 2 and 3 for "ii" do not raise
import numpy as np
from itertools import product
def einsum(subscripts, *operands):
    lhs, out = subscripts.split("->")
    terms = lhs.split(",")
    size = {}
    for t, o in zip(terms, operands):
        own = {}
        for c, s in zip(t, o.shape): own[c] = min(own.get(c, s), s)
        for c, s in own.items():
            if size.setdefault(c, s) != s: raise ValueError
    if set(out) - set(size): raise ValueError
    L = list(size)
    res = np.zeros([size[c] for c in out])
    for p in product(*(range(size[c]) for c in L)):
        at = dict(zip(L, p))
        v = 1.0
        for t, o in zip(terms, operands): v *= o[tuple(at[c] for c in t)]
        res[tuple(at[c] for c in out)] += v
    return res
