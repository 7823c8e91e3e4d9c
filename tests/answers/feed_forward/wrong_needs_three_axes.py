# WRONG: unpacks exactly three axes, so (T, D) input fails; witness: feed_forward(np.ones((2, 3)), np.ones((3, 4)), np.zeros(4), np.ones((4, 3)), np.zeros(3))
import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    B, T, D = x.shape
    h = np.maximum(0, x.reshape(B * T, D) @ W1 + b1)
    return (h @ W2 + b2).reshape(B, T, -1)
