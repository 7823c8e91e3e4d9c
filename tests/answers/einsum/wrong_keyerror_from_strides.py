# WRONG: an unknown output letter raises KeyError; witness: einsum("ij->ik", np.ones((2, 3)))
import numpy as np


def einsum(subscripts, *operands):
    lhs, out = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    size = {}
    for t, op in zip(terms, operands):
        for c, n in zip(t, op.shape):
            if size.setdefault(c, n) != n:
                raise ValueError("sizes")
    letters = list(out) + [c for c in size if c not in out]
    shape = tuple(size[c] for c in letters)
    grid = np.ones(shape)
    for t, op in zip(terms, operands):
        strides = [sum(s for d, s in zip(t, op.strides) if d == c) for c in letters]
        grid = grid * np.lib.stride_tricks.as_strided(op, shape, strides)
    return grid.sum(axis=tuple(range(len(out), len(letters))))
