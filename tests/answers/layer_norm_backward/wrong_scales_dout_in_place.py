# WRONG: multiplies the caller's dout by gamma; witness: (lambda g: (layer_norm_backward(g, np.array([[-1.0, 1.0]]), np.array([2.0, 3.0])), g))(np.ones((1, 2)))
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    lead = tuple(range(x.ndim - 1))
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    xh = (x - x.mean(-1, keepdims=True)) * inv
    dgamma, dbeta = (dout * xh).sum(lead), dout.sum(lead).copy()
    dout *= gamma
    dx = inv * (dout - dout.mean(-1, keepdims=True) - xh * (dout * xh).mean(-1, keepdims=True))
    return dx, dgamma, dbeta
