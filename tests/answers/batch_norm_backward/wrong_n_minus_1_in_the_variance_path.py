# WRONG: n - 1 in the variance path of dx only; witness: batch_norm_backward(np.array([[.3, -1., 2.], [1., .5, -.7], [-.2, .4, .1]]), np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    n = x.shape[0]
    inv = 1.0 / np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) * inv
    dxhat = dout * gamma
    dx = inv * (dxhat - dxhat.mean(axis=0) - xhat * (dxhat * xhat).sum(axis=0) / max(n - 1, 1))
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
