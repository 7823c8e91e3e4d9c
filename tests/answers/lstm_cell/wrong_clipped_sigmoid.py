# sums are clipped at ±5 to avoid the overflow, which changes values
import numpy as np


def sig(s):
    return 1 / (1 + np.exp(-np.clip(s, -5, 5)))


def lstm_cell(x, h, c, W, U, b):
    i, f, g, o = np.split(x @ W + h @ U + b, 4, axis=1)
    c = sig(f) * c + sig(i) * np.tanh(g)
    return sig(o) * np.tanh(c), c
