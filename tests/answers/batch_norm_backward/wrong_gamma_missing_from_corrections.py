# WRONG: gamma is left out of the two correction terms; witness: batch_norm_backward(np.array([[.3, -1., 2.], [1., .5, -.7], [-.2, .4, .1]]), np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    n = len(x)
    inv = (x.var(axis=0) + eps) ** -0.5
    xhat = (x - x.mean(axis=0)) * inv
    dgamma, dbeta = (dout * xhat).sum(axis=0), dout.sum(axis=0)
    dx = inv / n * (n * dout * gamma - dbeta - xhat * dgamma)
    return dx, dgamma, dbeta
