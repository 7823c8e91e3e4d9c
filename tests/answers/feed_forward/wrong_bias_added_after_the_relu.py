# WRONG: the first bias is added after the ReLU, right for non-negative pre-activations or b1 = 0; witness: feed_forward(np.full((1, 1), -1.0), np.eye(1), np.ones(1), np.eye(1), np.zeros(1))
import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    return (np.maximum(x @ W1, 0) + b1) @ W2 + b2
