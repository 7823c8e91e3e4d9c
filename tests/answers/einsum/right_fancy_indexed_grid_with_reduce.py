import numpy as np
from functools import reduce
def einsum(subscripts, *operands):
    left, _, out = subscripts.partition("->")
    terms = left.split(",")
    names = "".join(dict.fromkeys(left.replace(",", "")))
    sizes = {}
    def fit(t, o):
        o = np.asarray(o, dtype=float)
        if o.ndim != len(t):
            raise ValueError((t, o.shape))
        for c, n in zip(t, o.shape):
            if sizes.setdefault(c, n) != n:
                raise ValueError(c)
        seen = ""
        for c in t:
            if c in seen:
                continue
            pos = [i for i, q in enumerate(t) if q == c]
            seen += c
        idx = tuple(np.arange(sizes[c]).reshape([-1 if q == c else 1 for q in seen]) for c in t)
        o = o[idx] if t else o
        order = sorted(range(len(seen)), key=lambda i: names.index(seen[i]))
        o = o.transpose(order) if seen else o
        return o.reshape([sizes[c] if c in seen else 1 for c in names])
    parts = [fit(t, o) for t, o in zip(terms, operands, strict=True)]
    if set(out) - set(names):
        raise ValueError(out)
    full = reduce(np.multiply, parts) * np.ones([sizes[c] for c in names])
    keep = [c for c in names if c in out]
    full = full.sum(axis=tuple(i for i, c in enumerate(names) if c not in out))
    return np.transpose(full, [keep.index(c) for c in out])
