# WRONG: multiplies into the first operand when it is a float64 array of the full shape (argument modified)
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
    acc = None
    for t, o in zip(ins, operands):
        o = np.asarray(o)
        if t != L or acc is not None:
            idx = tuple(np.arange(dims[c]).reshape([-1 if q == c else 1 for q in L]) for c in t)
            o = o[idx] if t else o.reshape((1,) * len(L))
        if acc is None: acc = o
        elif acc.dtype == float and acc.shape == tuple(dims[c] for c in L): acc *= o
        else: acc = acc * o
    acc = acc * np.ones([dims[c] for c in L])
    keep = [c for c in L if c in out]
    return acc.sum(axis=tuple(i for i, c in enumerate(L) if c not in out)).transpose([keep.index(c) for c in out])
