# WRONG: the step is made relative, h * max(1, |x|), instead of h; witness: numerical_gradient(lambda v: float((v ** 3).sum()), np.array([10., 1.]), h=0.1)
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x0 = np.array(x, dtype=float)
    grad = np.zeros_like(x0)
    for i in np.ndindex(x0.shape):
        step = h * max(1.0, abs(x0[i]))
        hi, lo = x0.copy(), x0.copy()
        hi[i] += step
        lo[i] -= step
        grad[i] = (float(f(hi)) - float(f(lo))) / (2 * step)
    return grad
