import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    B, T, D = x.shape
    hs = {-1: h0}
    for t in range(T):
        hs[t] = np.tanh(x[:, t] @ W_x + hs[t - 1] @ W_h + b)
    dx = np.zeros((B, T, D))
    dW_x = np.zeros_like(W_x, dtype=float)
    dW_h = np.zeros_like(W_h, dtype=float)
    db = np.zeros_like(b, dtype=float)
    dnext = np.zeros_like(h0, dtype=float)
    for t in reversed(range(T)):
        d = dh[:, t] + dnext
        draw = (1 - hs[t] * hs[t]) * d
        db += draw.sum(axis=0)
        dW_x += x[:, t].T @ draw
        dW_h += hs[t - 1].T @ draw
        dx[:, t] = draw @ W_x.T
        dnext = draw @ W_h.T
    return dx, dnext, dW_x, dW_h, db
