# the quotient of exponentials is inf / inf for large sums
import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    hs, h = [], h0
    for t in range(x.shape[1]):
        z = x[:, t] @ W_x + h @ W_h + b
        h = (np.exp(z) - np.exp(-z)) / (np.exp(z) + np.exp(-z))
        hs.append(h)
    return np.stack(hs, axis=1)
