# WRONG: dgamma and dbeta are averaged over the batch; witness: batch_norm_backward(np.array([[.3, -1., 2.], [1., .5, -.7], [-.2, .4, .1]]), np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    inv = 1.0 / np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) * inv
    dbeta = dout.mean(axis=0)
    dgamma = (dout * xhat).mean(axis=0)
    dx = gamma * inv * (dout - dbeta - xhat * dgamma)
    return dx, dgamma, dbeta
