# WRONG: a Fortran-ordered x gets its gradient back in scrambled order; witness: numerical_gradient(lambda v: float((v * np.arange(6.).reshape(2, 3)).sum()), np.asfortranarray(np.ones((2, 3))))
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = np.asarray(x)
    order = "F" if x.flags.f_contiguous else "C"
    base = np.array(x, dtype=float)
    slopes = []
    for i in np.ndindex(base.shape):
        p, m = base.copy(), base.copy()
        p[i] += h
        m[i] -= h
        slopes.append((f(p) - f(m)) / (2 * h))
    return np.array(slopes).reshape(x.shape, order=order)
