# WRONG: dgamma uses the centred, not the normalised input; witness: batch_norm_backward(np.array([[.3, -1., 2.], [1., .5, -.7], [-.2, .4, .1]]), np.array([[1., 10., -3.], [2., 30., 0.], [4., 20., 5.]]), np.array([1., 2., -1.]))
import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    xmu = x - x.mean(axis=0)
    std = np.sqrt((xmu ** 2).mean(axis=0) + eps)
    dxhat = dout * gamma
    dx = (dxhat - dxhat.mean(axis=0) - xmu * (dxhat * xmu).mean(axis=0) / std ** 2) / std
    return dx, (dout * xmu).sum(axis=0), dout.sum(axis=0)
