import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(0, z1)
    z2 = a1 @ W2 + b2
    p = np.exp(z2 - z2.max(axis=1, keepdims=True))
    p = p / p.sum(axis=1, keepdims=True)

    dz2 = p - y_true
    dW2 = a1.T @ dz2
    db2 = dz2.sum(axis=0).reshape(np.shape(b2))
    dz1 = (dz2 @ W2.T) * (z1 > 0)
    dW1 = X.T @ dz1
    db1 = dz1.sum(axis=0).reshape(np.shape(b1))
    return dW1, db1, dW2, db2
