# the plain sigmoid overflows for sums far below 0 and warns
import numpy as np


def sigmoid(s):
    return 1 / (1 + np.exp(-s))


def lstm_cell(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    c = sigmoid(f) * c + sigmoid(i) * np.tanh(g)
    return sigmoid(o) * np.tanh(c), c
