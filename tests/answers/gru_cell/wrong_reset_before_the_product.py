# the candidate of the original paper: the state is reset before the product
import numpy as np


def sig(s):
    return 0.5 * (1.0 + np.tanh(0.5 * s))


def gru_cell(x, h, W, U, b_w, b_u):
    H = h.shape[1]
    r = sig(x @ W[:, :H] + b_w[:H] + h @ U[:, :H] + b_u[:H])
    u = sig(x @ W[:, H:2 * H] + b_w[H:2 * H] + h @ U[:, H:2 * H] + b_u[H:2 * H])
    n = np.tanh(x @ W[:, 2 * H:] + b_w[2 * H:] + (r * h) @ U[:, 2 * H:] + b_u[2 * H:])
    return (1 - u) * n + u * h
