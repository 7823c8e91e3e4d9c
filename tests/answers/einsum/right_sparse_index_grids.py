import numpy as np
def einsum(subscripts, *operands):
    """Kronecker deltas and tensordot over everything."""
    ins, out = subscripts.split("->")
    dims, todo = {}, []
    for term, op in zip(ins.split(","), operands):
        for c, s in zip(term, np.shape(op)):
            if c in dims and dims[c] != s:
                raise ValueError(f"{c}: {dims[c]} and {s}")
            dims[c] = s
    for c in out:
        if c not in dims:
            raise ValueError(c)
    order = [*out, *(c for c in dims if c not in out)]
    grids = dict(zip(order, np.indices([dims[c] for c in order], sparse=True)))
    total = np.float64(1)
    for term, op in zip(ins.split(","), operands):
        total = total * (np.asarray(op)[tuple(grids[c] for c in term)] if term else op)
    total = np.broadcast_to(total, [dims[c] for c in order])
    return total.reshape([dims[c] for c in out] + [-1]).sum(-1)
