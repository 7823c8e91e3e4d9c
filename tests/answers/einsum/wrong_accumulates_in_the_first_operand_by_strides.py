# WRONG: the product is accumulated in the first operand when it already has the full shape, which modifies the argument; witness: [a := np.array([1.0, 2.0]), einsum("i,i->i", a, np.array([3.0, 4.0])), a][2]
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
    letters = list(out) + [c for c in size if c not in out]
    shape = tuple(size[c] for c in letters)

    def spread(t, op):
        strides = [sum(s for d, s in zip(t, op.strides) if d == c) for c in letters]
        return np.lib.stride_tricks.as_strided(op, shape, strides)

    first = spread(terms[0], operands[0])
    grid = first if set(terms[0]) == set(letters) else first.copy()
    for t, op in zip(terms[1:], operands[1:]):
        grid *= spread(t, op)
    return grid.sum(axis=tuple(range(len(out), len(letters))))
