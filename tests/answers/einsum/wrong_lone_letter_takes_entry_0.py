# WRONG: a letter that only one operand has and the output does not is dropped (entry 0 is taken) instead of summed; witness: einsum("ij,k->ij", np.ones((2, 2)), np.array([1.0, 2.0, 3.0]))
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
    # letters that appear in one place only carry no product, drop them early
    if len(terms) > 1:
        lone = [c for c in size if c not in out and lhs.count(c) == 1]
        new = []
        for t, op in zip(terms, operands):
            new.append((op[tuple(0 if c in lone else slice(None) for c in t)], "".join(c for c in t if c not in lone)))
        operands, terms = [n[0] for n in new], [n[1] for n in new]
        size = {c: n for c, n in size.items() if c not in lone}
    letters = list(out) + [c for c in size if c not in out]
    shape = tuple(size[c] for c in letters)
    grid = np.ones(shape)
    for t, op in zip(terms, operands):
        strides = [sum(s for d, s in zip(t, op.strides) if d == c) for c in letters]
        grid = grid * np.lib.stride_tricks.as_strided(op, shape, strides)
    return grid.sum(axis=tuple(range(len(out), len(letters))))
