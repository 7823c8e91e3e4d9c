# WRONG: np.diagonal moves the diagonal axis to the end, but the letters keep their old order ("iij" is read as i, j); witness: einsum("iij->ij", np.arange(8.0).reshape(2, 2, 2))
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
    grid = np.ones([1] * len(letters))
    for t, op in zip(terms, operands):
        names = list(t)
        for c in t:
            while names.count(c) > 1:
                i = names.index(c)
                j = names.index(c, i + 1)
                op = np.diagonal(op, axis1=i, axis2=j)
                del names[j]
        op = op.transpose([names.index(c) for c in letters if c in names])
        shape = iter(op.shape)
        grid = grid * op.reshape([next(shape) if c in names else 1 for c in letters])
    grid = np.broadcast_to(grid, [size[c] for c in letters])
    return grid.sum(axis=tuple(range(len(out), len(letters))))
