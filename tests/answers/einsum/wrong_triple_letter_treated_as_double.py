# WRONG: a letter three times in one operand is treated as twice: "iii" takes op[i, i, :] summed over the rest; witness: einsum("iii->i", np.arange(8.0).reshape(2, 2, 2))
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
    arrays = []
    for t, op in zip(terms, operands):
        for c in dict.fromkeys(t):
            if t.count(c) > 1:
                i = t.index(c)
                j = t.index(c, i + 1)
                op = np.diagonal(op, axis1=i, axis2=j)
                t = t[:i] + t[i + 1:j] + t[j + 1:]
                if c in t:
                    op = op.sum(axis=t.index(c))
                    t = t.replace(c, "")
                t += c
        arrays.append((t, op))
    letters = list(out) + [c for c in size if c not in out]
    grid = np.ones([1] * len(letters))
    for t, op in arrays:
        op = op.transpose([t.index(c) for c in letters if c in t])
        grid = grid * op.reshape([size[c] if c in t else 1 for c in letters])
    grid = np.broadcast_to(grid, [size[c] for c in letters])
    return grid.sum(axis=tuple(range(len(out), len(letters))))
