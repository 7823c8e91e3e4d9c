# WRONG: dgamma and dbeta are summed over axis 0 only; witness: layer_norm_backward(np.ones((2, 3, 2)), np.arange(12.0).reshape(2, 3, 2), np.ones(2))
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    xh = (x - x.mean(-1, keepdims=True)) * inv
    g = dout * gamma
    dx = inv * (g - g.mean(-1, keepdims=True) - xh * (g * xh).mean(-1, keepdims=True))
    return dx, np.sum(dout * xh, axis=0), np.sum(dout, axis=0)
