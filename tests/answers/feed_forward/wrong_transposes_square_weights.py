# WRONG: takes the weights transposed whenever they are square (guessing the (out, in) layout); witness: feed_forward(np.array([[1.0, 2.0]]), np.array([[1.0, 3.0], [0.0, 1.0]]), np.zeros(2), np.eye(2), np.zeros(2))
import numpy as np


def _linear(x, W, b):
    if W.shape[1] == x.shape[-1]:
        W = W.T
    return x @ W + b


def feed_forward(x, W1, b1, W2, b2):
    return _linear(np.maximum(_linear(x, W1, b1), 0), W2, b2)
