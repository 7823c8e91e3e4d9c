import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    hs = []
    h = np.array(h0, dtype=float)
    for t in range(x.shape[1]):
        h = np.tanh(np.dot(x[:, t, :], W_x) + np.dot(h, W_h) + b)
        hs.append(h)
    return np.stack(hs, axis=1)
