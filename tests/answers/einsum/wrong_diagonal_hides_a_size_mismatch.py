# WRONG: sizes inside one operand are not compared, np.diagonal silently takes the shorter side; witness: einsum("ii->i", np.ones((2, 3)))
import numpy as np


def einsum(subscripts, *operands):
    lhs, out = subscripts.replace(" ", "").split("->")
    arrays = []
    for t, op in zip(lhs.split(","), operands):
        for c in dict.fromkeys(t):
            while t.count(c) > 1:
                i = t.index(c)
                j = t.index(c, i + 1)
                op = np.diagonal(op, axis1=i, axis2=j)
                t = t[:i] + t[i + 1:j] + t[j + 1:] + c
        arrays.append((t, op))
    size = {}
    for t, op in arrays:
        for c, n in zip(t, op.shape):
            if size.setdefault(c, n) != n:
                raise ValueError("sizes")
    if not set(out) <= set(size):
        raise ValueError("output")
    letters = list(out) + [c for c in size if c not in out]
    grid = np.ones([1] * len(letters))
    for t, op in arrays:
        op = op.transpose([t.index(c) for c in letters if c in t])
        grid = grid * op.reshape([size[c] if c in t else 1 for c in letters])
    grid = np.broadcast_to(grid, [size[c] for c in letters])
    return grid.sum(axis=tuple(range(len(out), len(letters))))
