import numpy as np


def gru_cell(x, h, W, U, b_w, b_u):
    H = h.shape[-1]
    both = np.concatenate([x, h], axis=1)
    gates = both @ np.concatenate([W[:, :2 * H], U[:, :2 * H]]) + b_w[:2 * H] + b_u[:2 * H]
    e = np.exp(-np.abs(gates))
    gates = np.where(gates > 0, 1 / (1 + e), e / (1 + e))
    r, u = gates[:, :H], gates[:, H:]
    n = np.tanh(x @ W[:, -H:] + b_w[-H:] + r * (h @ U[:, -H:] + b_u[-H:]))
    return (1 - u) * n + u * h
