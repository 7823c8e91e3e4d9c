# WRONG: sizes of a letter are only compared with the first operand's: operands 2 and 3 may disagree (1 against n broadcasts there)
import numpy as np
def einsum(subscripts, *operands):
    ins, out = subscripts.split("->")
    ins = ins.split(",")
    dims = {}
    first = dict(zip(ins[0], np.shape(operands[0])))
    for t, o in zip(ins, operands):
        for c, s in zip(t, np.shape(o)):
            if c in first and first[c] != s: raise ValueError
            dims[c] = max(dims.get(c, 1), s)
    for c in out:
        if c not in dims: raise ValueError
    L = "".join(dims)
    acc = np.ones([dims[c] for c in L])
    for t, o in zip(ins, operands):
        o = np.asarray(o)
        idx = tuple((np.arange(dims[c]) % o.shape[i]).reshape([-1 if q == c else 1 for q in L]) for i, c in enumerate(t))
        acc = acc * (o[idx] if t else o)
    keep = [c for c in L if c in out]
    r = acc.sum(axis=tuple(i for i, c in enumerate(L) if c not in out))
    return r.transpose([keep.index(c) for c in out])
