import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    out = [np.zeros(np.shape(a)) for a in (x, h0, W_x, W_h, b)]
    dx, dh0, dW_x, dW_h, db = out
    for n in range(len(x)):
        h = [np.asarray(h0[n], dtype=float)]
        for v in x[n]:
            h.append(np.tanh(v @ W_x + h[-1] @ W_h + b))
        g = np.zeros(len(b))
        for t in range(len(x[n]), 0, -1):
            a = (g + dh[n, t - 1]) * (1 - h[t] ** 2)
            dW_x += np.outer(x[n, t - 1], a)
            dW_h += np.outer(h[t - 1], a)
            db += a
            dx[n, t - 1] = W_x @ a
            g = W_h @ a
        dh0[n] = g
    return out
