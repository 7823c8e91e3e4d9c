# WRONG: multiplies dout by gamma in place before dgamma and dbeta are taken, and spoils the argument; witness: (lambda do, x, g: (batch_norm_backward(do, x, g), do))(np.array([[.3, -1., 2.], [1., .5, -.7], [-.2, .4, .1]]), np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    inv = 1.0 / np.sqrt(x.var(axis=0) + eps)
    xhat = (x - x.mean(axis=0)) * inv
    dgamma, dbeta = np.sum(dout * xhat, axis=0), np.sum(dout, axis=0)
    dout *= gamma
    dx = inv * (dout - dout.mean(axis=0) - xhat * (dout * xhat).mean(axis=0))
    return dx, dgamma, dbeta
