# WRONG: softmax without subtracting the maximum: large scores overflow to NaN; witness: mlp_forward(np.array([[1000.]]), np.eye(1), np.zeros(1), np.array([[1., .5]]), np.zeros(2))
import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.maximum(z1, 0)
    z2 = a1 @ W2 + b2
    e = np.exp(z2)
    return z1, a1, z2, e / e.sum(axis=1, keepdims=True)
