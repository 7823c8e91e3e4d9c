# WRONG: contracts from left to right and sums a letter after its first pair although a later operand still has it; witness: einsum("ij,jk,j->ik", np.arange(4.0).reshape(2, 2), np.arange(4.0).reshape(2, 2), np.array([1.0, 2.0]))
import numpy as np


def _full(term, op, letters):
    op = op.transpose([term.index(c) for c in letters if c in term])
    shape = iter(op.shape)
    return op.reshape([next(shape) if c in term else 1 for c in letters])


def _diag(t, op):
    for c in dict.fromkeys(t):
        while t.count(c) > 1:
            i = t.index(c)
            j = t.index(c, i + 1)
            op = np.diagonal(op, axis1=i, axis2=j)
            t = t[:i] + t[i + 1:j] + t[j + 1:] + c
    return t, op


def _reduce(t, op, keep):
    gone = tuple(i for i, c in enumerate(t) if c not in keep)
    return "".join(c for c in t if c in keep), op.sum(axis=gone)


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
    work = [_diag(t, op) for t, op in zip(terms, operands)]
    t, acc = work[0]
    for k in range(1, len(work)):
        u, op = work[k]
        both = "".join(dict.fromkeys(t + u))
        acc = _full(t, acc, both) * _full(u, op, both)
        # letters shared by this pair are done, unless the output wants them
        later = set("".join(w[0] for w in work[k + 1:])) - (set(t) & set(u))
        t, acc = _reduce(both, acc, set(out) | later)
    t, acc = _reduce(t, acc, set(out))
    if set(out) - set(t):
        raise ValueError("output")
    return acc.transpose([t.index(c) for c in out])
