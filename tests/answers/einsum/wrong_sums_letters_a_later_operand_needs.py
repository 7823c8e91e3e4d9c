# WRONG: folds the operands pairwise and sums a letter as soon as the next output does not need it, ignoring that a third operand does
import numpy as np
def einsum(subscripts, *operands):
    ins, out = subscripts.split("->")
    ins = ins.split(",")
    dims = {}
    for term, op in zip(ins, operands):
        for ch, s in zip(term, np.shape(op)):
            if dims.setdefault(ch, s) != s: raise ValueError
    if set(out) - set(dims): raise ValueError
    def diag(term, op):
        op = np.asarray(op)
        while len(set(term)) < len(term):
            i, j = next((i, j) for j in range(len(term)) for i in range(j) if term[i] == term[j])
            op = np.diagonal(op, axis1=i, axis2=j)
            term = term[:i] + term[i + 1:j] + term[j + 1:] + term[i]
        return term, op
    todo = [diag(t, o) for t, o in zip(ins, operands)]
    def drop(term, op, needed):
        ax = tuple(i for i, c in enumerate(term) if c not in needed)
        return "".join(c for c in term if c in needed), op.sum(axis=ax)
    while len(todo) > 1:
        (t1, a), (t2, b), *rest = todo
        needed = set(out).union(rest[0][0] if rest else "")
        union = t1 + "".join(c for c in t2 if c not in t1)
        a = a.reshape(a.shape + (1,) * (len(union) - len(t1)))
        perm = [t2.index(c) for c in union if c in t2]
        b = b.transpose(perm).reshape([b.shape[t2.index(c)] if c in t2 else 1 for c in union])
        todo = [drop(union, a * b, needed)] + rest
    term, op = drop(*todo[0], set(out))
    return np.array(op.transpose([term.index(c) for c in out]), dtype=float)
