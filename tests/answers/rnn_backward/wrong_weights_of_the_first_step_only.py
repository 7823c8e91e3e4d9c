# the gradients of the weights are assigned in the loop instead of added up
import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ W_x + hs[t] @ W_h + b))
    dx, nxt = np.zeros(x.shape), np.zeros(h0.shape)
    for t in range(T - 1, -1, -1):
        dz = (dh[:, t] + nxt) * (1 - hs[t + 1] ** 2)
        dW_x = x[:, t].T @ dz
        dW_h = hs[t].T @ dz
        db = dz.sum(0)
        dx[:, t] = dz @ W_x.T
        nxt = dz @ W_h.T
    return dx, nxt, dW_x, dW_h, db
