# the cell state of the caller is overwritten
import numpy as np


def sig(s):
    return np.exp(-np.logaddexp(0, -s))


def lstm_cell(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    c *= sig(f)
    c += sig(i) * np.tanh(g)
    return sig(o) * np.tanh(c), c
