# truncated: what flows back is dropped after two steps
import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    T = x.shape[1]
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ W_x + hs[t] @ W_h + b))
    dz = np.zeros(dh.shape)
    flow = np.zeros(h0.shape)
    for s in range(T):
        flow = dh[:, s]
        for t in range(s, max(s - 2, -1), -1):
            step = flow * (1 - hs[t + 1] ** 2)
            dz[:, t] += step
            flow = step @ W_h.T
    prev = np.stack(hs[:-1], 1)
    return (dz @ W_x.T, dz[:, 0] @ W_h.T, np.einsum("btd,bth->dh", x, dz), np.einsum("btk,bth->kh", prev, dz),
            dz.sum((0, 1)))
