# WRONG: dW2 is taken with the pre-activation z1 instead of a1; witness: mlp_backward(np.array([[1., -2.], [.5, 3.]]), np.array([[0., 1.], [1., 0.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    z2 = np.maximum(z1, 0) @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    dz2 = e / e.sum(axis=1, keepdims=True) - y_true
    dW2 = z1.T @ dz2
    db2 = dz2.sum(axis=0)
    dz1 = np.where(z1 > 0, dz2 @ W2.T, 0)
    return X.T @ dz1, dz1.sum(axis=0), dW2, db2
