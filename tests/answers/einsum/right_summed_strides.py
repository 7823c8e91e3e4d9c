from functools import reduce

import numpy as np
from numpy.lib.stride_tricks import as_strided


def einsum(subscripts: str, *operands: np.ndarray) -> np.ndarray:
    """Strides do it all: a letter's stride is the sum of its axes' strides, 0 where it is absent."""
    lhs, rhs = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    ops = [np.asarray(o, dtype=float) for o in operands]
    if len(terms) != len(ops) or any(len(t) != o.ndim for t, o in zip(terms, ops)):
        raise ValueError("subscripts do not fit the operands")

    dims: dict = {}
    for t, o in zip(terms, ops):
        for c, n in zip(t, o.shape):
            if dims.get(c, n) != n:
                raise ValueError(f"dimension {c}: {dims[c]} and {n}")
            dims[c] = n
    if missing := [c for c in rhs if c not in dims]:
        raise ValueError(f"unknown {missing}")

    order = rhs + "".join(sorted(set(dims) - set(rhs)))
    shape = tuple(dims[c] for c in order)

    def spread(t, o):
        strides = tuple(sum(s for d, s in zip(t, o.strides) if d == c) for c in order)
        return as_strided(o, shape, strides, writeable=False)

    product = reduce(np.multiply, [spread(t, o) for t, o in zip(terms, ops)])
    return product.sum(axis=tuple(range(len(rhs), len(order))))
