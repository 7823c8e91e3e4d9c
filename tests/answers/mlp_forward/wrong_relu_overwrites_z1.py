# WRONG: ReLU in place: the returned z1 is already rectified; witness: mlp_forward(np.array([[1., -2.], [.5, 3.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0, out=z1)
    z2 = a1 @ W2 + b2
    y_pred = np.exp(z2 - z2.max(axis=1, keepdims=True))
    y_pred /= y_pred.sum(axis=1, keepdims=True)
    return z1, a1, z2, y_pred
