# WRONG: the ReLU mask forgets the bias b1; witness: mlp_backward(np.array([[1.]]), np.array([[1., 0.]]), np.array([[1.]]), np.array([-2.]), np.array([[1., -1.]]), np.zeros(2))
import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    h = X @ W1
    a1 = np.maximum(h + b1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2 - z2.max(axis=1, keepdims=True))
    dz2 = e / e.sum(axis=1, keepdims=True) - y_true
    dz1 = (dz2 @ W2.T) * (h > 0)
    return X.T @ dz1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)
