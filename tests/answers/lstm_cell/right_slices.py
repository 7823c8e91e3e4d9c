import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def lstm_cell(x, h, c, W, U, b):
    H = h.shape[1]
    z = np.dot(x, W) + np.dot(h, U) + b
    i = sig(z[:, :H])
    f = sig(z[:, H:2 * H])
    g = np.tanh(z[:, 2 * H:3 * H])
    o = sig(z[:, 3 * H:])
    c_next = f * c + i * g
    return o * np.tanh(c_next), c_next
