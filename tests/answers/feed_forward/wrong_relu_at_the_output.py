# WRONG: a ReLU at the output too; witness: feed_forward(np.ones((1, 1)), np.eye(1), np.zeros(1), -np.eye(1), np.zeros(1))
import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    for W, b in ((W1, b1), (W2, b2)):
        x = np.maximum(x @ W + b, 0)
    return x
