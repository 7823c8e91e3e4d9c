import math
import numpy as np


def gradient_flow(weights, x):
    """Plain lists, sample by sample; squares are collected per layer."""
    Ws = [np.asarray(W, dtype=float).tolist() for W in weights]
    L = len(Ws)
    squares = [[] for _ in range(L)]
    for row in np.asarray(x, dtype=float).tolist():
        outs, a = [], row
        for W in Ws:
            a = [math.tanh(sum(a[i] * W[i][j] for i in range(len(a)))) for j in range(len(W[0]))]
            outs.append(a)
        g = [1.0] * len(a)
        for l in range(L - 1, -1, -1):
            s = [gi * (1.0 - o * o) for gi, o in zip(g, outs[l])]
            g = [sum(w * v for w, v in zip(Wrow, s)) for Wrow in Ws[l]]
            squares[l] += [v * v for v in g]
    return np.array([math.sqrt(math.fsum(sq)) for sq in squares])
