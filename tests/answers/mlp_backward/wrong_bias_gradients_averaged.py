# WRONG: the bias gradients are averaged over the batch while the weight gradients are summed; witness: mlp_backward(np.array([[1., -2.], [.5, 3.]]), np.array([[0., 1.], [1., 0.]]), np.array([[1., -1., 2.], [.5, 1., -1.]]), np.array([.1, -.2, .3]), np.array([[1., 2.], [-1., .5], [.3, .2]]), np.array([.5, -.5]))
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    p = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p /= p.sum(axis=1, keepdims=True)
    dz2 = p - y_true
    dW2, db2 = a1.T @ dz2, dz2.mean(axis=0)
    dz1 = dz2 @ W2.T
    dz1[z1 <= 0] = 0
    dW1, db1 = X.T @ dz1, dz1.mean(axis=0)
    return dW1, db1, dW2, db2
