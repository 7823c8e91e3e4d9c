# WRONG: z2 is returned after the in-place shift by its row maximum; witness: mlp_forward(np.array([[1., -2.], [.5, 3.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def _softmax_inplace_shift(z):
    z -= z.max(axis=1, keepdims=True)
    e = np.exp(z)
    return e / e.sum(axis=1, keepdims=True)


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(0.0, z1)
    z2 = a1 @ W2 + b2
    y_pred = _softmax_inplace_shift(z2)
    return z1, a1, z2, y_pred
