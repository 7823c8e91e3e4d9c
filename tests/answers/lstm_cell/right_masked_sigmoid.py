import numpy as np


def sigmoid(s):
    out = np.empty(s.shape)
    pos = s >= 0
    out[pos] = 1 / (1 + np.exp(-s[pos]))
    e = np.exp(s[~pos])
    out[~pos] = e / (1 + e)
    return out


def lstm_cell(x, h, c, W, U, b):
    parts = []
    for Wk, Uk, bk in zip(np.hsplit(W, 4), np.hsplit(U, 4), np.split(b, 4)):
        parts.append(x @ Wk + h @ Uk + bk)
    c2 = sigmoid(parts[1]) * c + sigmoid(parts[0]) * np.tanh(parts[2])
    h2 = sigmoid(parts[3]) * np.tanh(c2)
    return h2, c2
