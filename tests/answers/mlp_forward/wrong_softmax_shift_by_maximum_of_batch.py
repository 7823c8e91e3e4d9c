# WRONG: the softmax subtracts the maximum of the whole batch: a row 2000 below it is 0 / 0; witness: mlp_forward(np.array([[1000.], [0.]]), np.eye(1), np.zeros(1), np.array([[2., 2.]]), np.array([1., 0.]))
import numpy as np


def softmax(z):
    e = np.exp(z - np.max(z))
    return e / np.sum(e, axis=-1, keepdims=True)


def mlp_forward(X, W1, b1, W2, b2):
    z1 = X @ W1 + b1
    a1 = np.where(z1 > 0, z1, 0)
    z2 = a1 @ W2 + b2
    return z1, a1, z2, softmax(z2)
