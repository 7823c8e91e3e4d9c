import math

import numpy as np


def _check(subscripts, operands):
    left, right = (s.replace(" ", "") for s in subscripts.split("->"))
    terms = left.split(",")
    if len(terms) != len(operands):
        raise ValueError("operand count does not match the subscripts")
    sizes = {}
    for term, op in zip(terms, operands):
        if len(term) != op.ndim:
            raise ValueError("axis count does not match the subscripts")
        for c, n in zip(term, op.shape):
            if sizes.setdefault(c, n) != n:
                raise ValueError("size mismatch")
    if not set(right) <= set(sizes):
        raise ValueError("output letter without an input")
    return terms, right, sizes


def _diagonalise(term, op):
    unique = "".join(dict.fromkeys(term))
    if unique == term:
        return term, op
    index = [None] * len(term)
    for k, c in enumerate(unique):
        n = op.shape[term.index(c)]
        grid = np.arange(n).reshape([n if i == k else 1 for i in range(len(unique))])
        for axis, d in enumerate(term):
            if d == c:
                index[axis] = grid
    return unique, op[tuple(index)]


def _sum_out(term, op, keep):
    gone = tuple(i for i, c in enumerate(term) if c not in keep)
    return "".join(c for c in term if c in keep), op.sum(axis=gone)


def _pair(ta, a, tb, b, keep):
    """Two operands at a time, through one batched matrix product."""
    ta, a = _sum_out(ta, a, keep | set(tb))
    tb, b = _sum_out(tb, b, keep | set(ta))
    batch = [c for c in ta if c in tb and c in keep]
    inner = [c for c in ta if c in tb and c not in keep]
    only_a = [c for c in ta if c not in tb]
    only_b = [c for c in tb if c not in ta]
    a = a.transpose([ta.index(c) for c in batch + only_a + inner])
    b = b.transpose([tb.index(c) for c in batch + inner + only_b])
    nb, na, ni = len(batch), len(only_a), len(inner)
    sb, sa, si, sc = a.shape[:nb], a.shape[nb:nb + na], a.shape[nb + na:], b.shape[nb + ni:]
    prod = a.reshape(sb + (math.prod(sa), math.prod(si))) @ b.reshape(sb + (math.prod(si), math.prod(sc)))
    return "".join(batch + only_a + only_b), prod.reshape(sb + sa + sc)


def einsum(subscripts, *operands):
    operands = [np.asarray(op) for op in operands]
    terms, out, _ = _check(subscripts, operands)
    work = [_diagonalise(t, op) for t, op in zip(terms, operands)]
    t, acc = work[0]
    for i, (tb, b) in enumerate(work[1:], start=1):
        later = set(out).union(*(w[0] for w in work[i + 1:]))
        t, acc = _pair(t, acc, tb, b, later)
    t, acc = _sum_out(t, acc, set(out))
    return acc.transpose([t.index(c) for c in out])
