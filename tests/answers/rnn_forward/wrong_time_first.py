# the states are stacked along a new first axis: (T, B, H)
import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    hs, h = [], h0
    for t in range(x.shape[1]):
        h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        hs.append(h)
    return np.array(hs)
