# WRONG: goes through dL/dp = -y / (p + 1e-8) and the softmax Jacobian: the gradient vanishes where the true class has probability 0; witness: mlp_backward(np.array([[100.]]), np.array([[0., 1.]]), np.array([[1.]]), np.zeros(1), np.array([[1., -1.]]), np.zeros(2))
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    dp = -y_true / (p + 1e-8)
    dz2 = p * (dp - (dp * p).sum(axis=1, keepdims=True))
    dz1 = (dz2 @ W2.T) * (z1 > 0)
    return X.T @ dz1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)
