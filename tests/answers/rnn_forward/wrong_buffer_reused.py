# appends the same buffer in every step, so that all states are the last
import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    h = h0.astype(float)
    hs = []
    for t in range(x.shape[1]):
        h[...] = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        hs.append(h)
    return np.stack(hs, axis=1)
