# WRONG: a size 1 is broadcast against n instead of raising ValueError; witness: einsum("i,i->i", np.ones(1), np.ones(3))
import numpy as np


def einsum(subscripts, *operands):
    lhs, out = subscripts.replace(" ", "").split("->")
    terms = lhs.split(",")
    size = {}
    for t, op in zip(terms, operands):
        for c, n in zip(t, op.shape):
            if n != 1 and size.get(c, 1) not in (1, n):
                raise ValueError("sizes")
            size[c] = max(n, size.get(c, 1))
    if not set(out) <= set(size):
        raise ValueError("output")
    letters = list(out) + [c for c in size if c not in out]
    grid = np.ones([1] * len(letters))
    for t, op in zip(terms, operands):
        names = list(t)
        for c in sorted(set(t)):
            while names.count(c) > 1:
                i = names.index(c)
                j = names.index(c, i + 1)
                if op.shape[i] != op.shape[j]:
                    raise ValueError("sizes")
                op = np.diagonal(op, axis1=i, axis2=j)
                del names[j], names[i]
                names.append(c)
        op = op.transpose([names.index(c) for c in letters if c in names])
        shape = iter(op.shape)
        grid = grid * op.reshape([next(shape) if c in names else 1 for c in letters])
    grid = np.broadcast_to(grid, [size[c] for c in letters])
    return grid.sum(axis=tuple(range(len(out), len(letters))))
