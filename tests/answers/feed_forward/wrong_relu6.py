# WRONG: ReLU6 (hidden values capped at 6); witness: feed_forward(np.full((1, 1), 10.0), np.eye(1), np.zeros(1), np.eye(1), np.zeros(1))
import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    h = np.clip(np.matmul(x, W1) + b1, 0, 6)
    return np.matmul(h, W2) + b2
