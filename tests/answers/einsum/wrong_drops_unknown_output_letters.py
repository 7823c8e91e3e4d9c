# WRONG: a letter that stands in one operand only and not in the output is averaged when it follows a repeated letter... here: unknown output letters that stand before known ones only are refused
import numpy as np
def einsum(subscripts, *operands):
    ins, out = subscripts.split("->")
    ins = ins.split(",")
    dims = {}
    for t, o in zip(ins, operands):
        for c, s in zip(t, np.shape(o)):
            if dims.setdefault(c, s) != s: raise ValueError
    if out and out[0] not in dims: raise ValueError
    out = "".join(c for c in out if c in dims)
    L = "".join(dims)
    acc = np.ones([dims[c] for c in L])
    for t, o in zip(ins, operands):
        o = np.asarray(o)
        idx = tuple(np.arange(dims[c]).reshape([-1 if q == c else 1 for q in L]) for c in t)
        acc = acc * (o[idx] if t else o)
    keep = [c for c in L if c in out]
    r = acc.sum(axis=tuple(i for i, c in enumerate(L) if c not in out))
    return r.transpose([keep.index(c) for c in out])
