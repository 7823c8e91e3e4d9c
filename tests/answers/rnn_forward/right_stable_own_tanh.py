import numpy as np


def tanh(z):
    e = np.exp(-2 * np.abs(z))
    return np.sign(z) * (1 - e) / (1 + e)


def rnn_forward(x, h0, W_x, W_h, b):
    B, T, _ = x.shape
    padded = np.zeros((B, T + 1, h0.shape[1]))
    padded[:, 0] = h0
    for t in range(T):
        padded[:, t + 1] = tanh(np.concatenate([x[:, t], padded[:, t]], axis=1) @ np.concatenate([W_x, W_h]) + b)
    return padded[:, 1:]
