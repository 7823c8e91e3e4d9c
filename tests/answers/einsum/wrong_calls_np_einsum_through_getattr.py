# WRONG: the work is done by np.einsum itself, behind another name; witness: einsum_calls(lambda: einsum("ij,jk->ik", np.ones((2, 2)), np.ones((2, 2))))
import numpy as np

_contract = getattr(np, "einsum")


def einsum(subscripts, *operands):
    lhs, out = subscripts.split("->")
    sizes = {}
    for term, op in zip(lhs.split(","), operands):
        for c, n in zip(term, np.shape(op)):
            if sizes.setdefault(c, n) != n:
                raise ValueError("sizes differ")
    if any(c not in sizes for c in out):
        raise ValueError("unknown output letter")
    return _contract(subscripts, *operands)
