# WRONG: the variance divides by D - 1; witness: layer_norm_backward(np.array([[1.0, 0.0, 0.0]]), np.array([[-1.0, 0.0, 1.0]]), np.ones(3))
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    D = x.shape[-1]
    lead = tuple(range(x.ndim - 1))
    std = np.sqrt(((x - x.mean(-1, keepdims=True)) ** 2).sum(-1, keepdims=True) / max(D - 1, 1) + eps)
    xh = (x - x.mean(-1, keepdims=True)) / std
    g = dout * gamma
    dx = (g - g.mean(-1, keepdims=True) - xh * (g * xh).sum(-1, keepdims=True) / max(D - 1, 1)) / std
    return dx, (dout * xh).sum(lead), dout.sum(lead)
