# hs[:, t - 1] at t = 0 is the last state instead of h0
import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    B, T, D = x.shape
    hs = np.zeros((B, T, len(b)))
    h = h0
    for t in range(T):
        h = np.tanh(x[:, t] @ W_x + h @ W_h + b)
        hs[:, t] = h
    dx, dW_x, dW_h, db = np.zeros(x.shape), np.zeros(W_x.shape), np.zeros(W_h.shape), np.zeros(b.shape)
    nxt = np.zeros(h0.shape)
    for t in range(T - 1, -1, -1):
        dz = (dh[:, t] + nxt) * (1 - hs[:, t] ** 2)
        dW_x += x[:, t].T @ dz
        dW_h += hs[:, t - 1].T @ dz
        db += dz.sum(0)
        dx[:, t] = dz @ W_x.T
        nxt = dz @ W_h.T
    return dx, nxt, dW_x, dW_h, db
