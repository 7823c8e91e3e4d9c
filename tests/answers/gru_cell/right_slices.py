import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def gru_cell(x, h, W, U, b_w, b_u):
    H = h.shape[1]
    a, c = x @ W + b_w, h @ U + b_u
    r = sig(a[:, :H] + c[:, :H])
    u = sig(a[:, H:2 * H] + c[:, H:2 * H])
    n = np.tanh(a[:, 2 * H:] + r * c[:, 2 * H:])
    return h + (1 - u) * (n - h)
