# WRONG: a1 is capped at 6 (ReLU6); witness: mlp_forward(np.array([[8.]]), np.eye(1), np.zeros(1), np.array([[1., .5]]), np.zeros(2))
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.clip(z1, 0.0, 6.0)
    z2 = a1 @ W2 + b2
    s = z2 - z2.max(axis=1, keepdims=True)
    p = np.exp(s)
    return z1, a1, z2, p / p.sum(axis=1, keepdims=True)
