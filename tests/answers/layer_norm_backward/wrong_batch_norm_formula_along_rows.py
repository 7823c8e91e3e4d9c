# WRONG: gamma pulled out of the means, the batch norm formula with the axes swapped; witness: layer_norm_backward(np.array([[1.0, 0.0, 0.0]]), np.array([[-1.0, 0.0, 1.0]]), np.array([2.0, 1.0, 3.0]))
import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    D = x.shape[-1]
    axes = tuple(range(x.ndim - 1))
    inv = 1 / np.sqrt(x.var(-1, keepdims=True) + eps)
    xh = (x - x.mean(-1, keepdims=True)) * inv
    dx = gamma * inv / D * (D * dout - dout.sum(-1, keepdims=True) - xh * (dout * xh).sum(-1, keepdims=True))
    return dx, (dout * xh).sum(axes), dout.sum(axes)
