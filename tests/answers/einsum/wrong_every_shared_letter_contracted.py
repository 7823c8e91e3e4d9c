# WRONG: tensordot contracts letters that the result keeps
import numpy as np
def einsum(subscripts,*operands):
    l,o=subscripts.split('->')
    ts=l.split(',')
    t,a=ts[0],operands[0]
    for u,b in zip(ts[1:],operands[1:]):
        sh=[c for c in t if c in u]
        a=np.tensordot(a,b,([t.index(c) for c in sh],[u.index(c) for c in sh]))
        t=''.join(c for c in t if c not in sh)+''.join(c for c in u if c not in sh)
    a=a.sum(axis=tuple(i for i,c in enumerate(t) if c not in o))
    t=''.join(c for c in t if c in o)
    return a.transpose([t.index(c) for c in o])
