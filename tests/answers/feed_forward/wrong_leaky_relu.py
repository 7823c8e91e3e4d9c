# WRONG: leaky ReLU with slope 0.01; witness: feed_forward(np.full((1, 1), -1.0), np.eye(1), np.zeros(1), np.eye(1), np.zeros(1))
import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    h = x @ W1 + b1
    return np.maximum(h, 0.01 * h) @ W2 + b2
