# WRONG: three equal letters in one operand: only the first pair is reduced to its diagonal, the third by its own sum
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
        for c in dict.fromkeys(term):
            if term.count(c) > 1:
                i = term.index(c); j = term.index(c, i + 1)
                op = np.diagonal(op, axis1=i, axis2=j)
                term = term[:i] + term[i + 1:j] + term[j + 1:] + term[i]
                if term.count(c) > 1:
                    k = term.index(c); op = op.sum(axis=k); term = term[:k] + term[k + 1:]
        return term, op
    todo = [diag(t, o) for t, o in zip(ins, operands)]
    def drop(term, op, needed):
        ax = tuple(i for i, c in enumerate(term) if c not in needed)
        return "".join(c for c in term if c in needed), op.sum(axis=ax)
    while len(todo) > 1:
        (t1, a), (t2, b), *rest = todo
        needed = set(out).union(*(t for t, _ in rest))
        union = t1 + "".join(c for c in t2 if c not in t1)
        a = a.reshape(a.shape + (1,) * (len(union) - len(t1)))
        perm = [t2.index(c) for c in union if c in t2]
        b = b.transpose(perm).reshape([b.shape[t2.index(c)] if c in t2 else 1 for c in union])
        todo = [drop(union, a * b, needed)] + rest
    term, op = drop(*todo[0], set(out))
    return np.array(op.transpose([term.index(c) for c in out]), dtype=float)
