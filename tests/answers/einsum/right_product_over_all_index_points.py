import numpy as np
from itertools import product
def einsum(subscripts, *operands):
    lhs, out = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    if len(terms) != len(operands):
        raise ValueError("operands")
    ops = [np.asarray(o) for o in operands]
    size = {}
    for t, o in zip(terms, ops):
        if len(t) != o.ndim:
            raise ValueError("ndim")
        for c, s in zip(t, o.shape):
            if size.setdefault(c, s) != s:
                raise ValueError(f"size of {c}")
    if any(c not in size for c in out):
        raise ValueError("output")
    letters = sorted(size)
    res = np.zeros([size[c] for c in out])
    for point in product(*(range(size[c]) for c in letters)):
        at = dict(zip(letters, point))
        v = 1.0
        for t, o in zip(terms, ops):
            v = v * float(o[tuple(at[c] for c in t)])
        res[tuple(at[c] for c in out)] += v
    return res
