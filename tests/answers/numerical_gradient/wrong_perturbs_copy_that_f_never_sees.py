# WRONG: perturbs x.reshape(-1), which for a non-contiguous x is a copy that f never sees: the gradient is 0; witness: numerical_gradient(lambda v: float((v ** 2).sum()), np.arange(1., 7.).reshape(2, 3).T)
import numpy as np


def numerical_gradient(f, x, h=1e-5):
    work = np.array(x, dtype=float)        # keeps the layout of x
    flat = work.reshape(-1)
    grad = np.zeros(x.size)
    for k in range(flat.size):
        old = flat[k]
        flat[k] = old + h
        fp = f(work)
        flat[k] = old - h
        fm = f(work)
        flat[k] = old
        grad[k] = (fp - fm) / (2 * h)
    return grad.reshape(x.shape)
