# WRONG: the output's letter order is ignored, axes come out in order of first appearance; witness: einsum("ij->ji", np.array([[1.0, 2.0], [3.0, 4.0]]))
import numpy as np


def einsum(subscripts, *operands):
    lhs, out = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    size = {}
    for t, op in zip(terms, operands):
        for c, n in zip(t, op.shape):
            if size.setdefault(c, n) != n:
                raise ValueError("sizes")
    if not set(out) <= set(size):
        raise ValueError("output")
    letters = list(size)
    shape = tuple(size.values())
    grid = np.ones(shape)
    for t, op in zip(terms, operands):
        strides = [sum(s for d, s in zip(t, op.strides) if d == c) for c in letters]
        grid = grid * np.lib.stride_tricks.as_strided(op, shape, strides)
    return grid.sum(axis=tuple(i for i, c in enumerate(letters) if c not in out))
