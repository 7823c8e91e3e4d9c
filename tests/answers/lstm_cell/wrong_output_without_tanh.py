# the output shows the cell state itself
import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def lstm_cell(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=-1)
    c = sig(f) * c + sig(i) * np.tanh(g)
    return sig(o) * c, c
