# WRONG: output letters come out in the order of first appearance when there are more than two of them
import numpy as np
from itertools import product
def einsum(subscripts, *operands):
    ins, out = subscripts.split("->")
    ins = ins.split(",")
    dims = {}
    for t, o in zip(ins, operands):
        for c, s in zip(t, np.shape(o)):
            if dims.setdefault(c, s) != s: raise ValueError
    if set(out) - set(dims): raise ValueError
    L = "".join(dims)
    acc = np.ones([dims[c] for c in L])
    for t, o in zip(ins, operands):
        o = np.asarray(o)
        idx = tuple(np.arange(dims[c]).reshape([-1 if q == c else 1 for q in L]) for c in t)
        acc = acc * (o[idx] if t else o)
    keep = [c for c in L if c in out]
    r = acc.sum(axis=tuple(i for i, c in enumerate(L) if c not in out))
    return r.transpose([keep.index(c) for c in out]) if len(out) == 2 else r
