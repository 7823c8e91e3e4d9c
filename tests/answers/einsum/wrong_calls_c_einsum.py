# WRONG: uses NumPy's einsum through the C function under another name (forbidden)
import numpy as np
from numpy._core.multiarray import c_einsum as _core
def einsum(subscripts, *operands):
    ins, out = subscripts.split("->")
    dims = {}
    for t, o in zip(ins.split(","), operands):
        for c, s in zip(t, o.shape):
            if dims.setdefault(c, s) != s: raise ValueError
    return _core(subscripts, *operands)
