# WRONG: divides by std + eps; witness: layer_norm_backward(np.array([[1.0, 0.0, 0.0]]), np.array([[-1.0, 0.0, 1.0]]), np.ones(3), eps=1.0)
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    lead = tuple(range(x.ndim - 1))
    std = x.std(-1, keepdims=True) + eps
    xh = (x - x.mean(-1, keepdims=True)) / std
    g = dout * gamma
    dx = (g - g.mean(-1, keepdims=True) - xh * (g * xh).mean(-1, keepdims=True)) / std
    return dx, (dout * xh).sum(lead), dout.sum(lead)
