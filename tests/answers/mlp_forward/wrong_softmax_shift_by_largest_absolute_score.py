# WRONG: the shift is the largest absolute score: rows of scores near -1000 underflow to 0 / 0; witness: mlp_forward(np.array([[1.]]), np.eye(1), np.zeros(1), np.array([[-1000., -1001.]]), np.zeros(2))
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    z1 = np.dot(X, W1) + b1
    a1 = z1 * (z1 > 0)
    z2 = np.dot(a1, W2) + b2
    e = np.exp(z2 - np.abs(z2).max(axis=1, keepdims=True))
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)
