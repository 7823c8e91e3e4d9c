# WRONG: the backward pass of RMSNorm; witness: layer_norm_backward(np.array([[1.0, 0.0]]), np.array([[1.0, 3.0]]), np.ones(2))
import numpy as np

def layer_norm_backward(dout, x, gamma, eps=1e-5):
    s = 1/np.sqrt((x*x).mean(-1, keepdims=True)+eps)
    h = x*s; g = dout*gamma
    ax = tuple(range(x.ndim-1))
    return s*(g - h*(g*h).mean(-1, keepdims=True)), (dout*h).sum(ax), dout.sum(ax)
