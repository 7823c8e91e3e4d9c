# WRONG: NumPy's einsum imported from its inner module under another name (forbidden)
import numpy as np
import numpy._core.einsumfunc as _m
_f = _m.einsum
def einsum(subscripts, *operands):
    return _f(subscripts, *operands)
