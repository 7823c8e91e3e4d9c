import numpy as np


def lstm_cell(x, h, c, W, U, b):
    B, H = h.shape
    z = (np.einsum("bd,dk->bk", x, W) + np.einsum("bj,jk->bk", h, U) + b).reshape(B, 4, H)
    with np.errstate(over="ignore"):
        gates = 1.0 / (1.0 + np.exp(-z))
    new = np.multiply(gates[:, 1], c) + np.multiply(gates[:, 0], np.tanh(z[:, 2]))
    return np.stack([gates[:, 3] * np.tanh(new), new])
