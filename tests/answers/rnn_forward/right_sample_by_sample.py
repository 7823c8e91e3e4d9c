import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    out = []
    for sequence, h in zip(x, h0):
        states = []
        for x_t in sequence:
            h = np.tanh(W_x.T @ x_t + W_h.T @ h + b)
            states.append(h)
        out.append(states)
    return np.array(out)
