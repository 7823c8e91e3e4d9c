# WRONG: the variance is taken as a constant; witness: layer_norm_backward(np.array([[1.0, 0.0, 0.0]]), np.array([[-1.0, 0.0, 1.0]]), np.ones(3))
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    lead = tuple(range(x.ndim - 1))
    std = np.sqrt(x.var(-1, keepdims=True) + eps)
    xh = (x - x.mean(-1, keepdims=True)) / std
    dxh = dout * gamma
    dx = (dxh - dxh.mean(-1, keepdims=True)) / std
    return dx, (dout * xh).sum(lead), dout.sum(lead)
