# WRONG: dW1 is reshaped instead of transposed (right only for a hidden layer or an input of width 1); witness: mlp_backward(np.array([[1., -2.], [.5, 3.]]), np.array([[0., 1.], [1., 0.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    dz2 = e / e.sum(axis=1, keepdims=True) - y_true
    dz1 = (dz2 @ W2.T) * (z1 > 0)
    dW1 = (dz1.T @ X).reshape(W1.shape)
    return dW1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)
