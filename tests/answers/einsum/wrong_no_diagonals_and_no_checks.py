# WRONG: takes no diagonals and compares no sizes
import numpy as np
def einsum(subscripts,*operands):
    l,o=subscripts.split('->')
    ts=l.split(',')
    names=sorted(set(l)-{','})
    order=list(o)+[n for n in names if n not in o]
    tot=1.0
    for t,a in zip(ts,operands):
        a=np.asarray(a)
        perm=[t.index(c) for c in order if c in t]
        a=a.transpose(perm)
        idx=tuple(slice(None) if c in t else None for c in order)
        tot=tot*a[idx]
    return tot.sum(axis=tuple(range(len(o),len(order))))
