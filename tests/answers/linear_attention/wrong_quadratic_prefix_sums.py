# WRONG: right values, but every token sums over its whole past again
import numpy as np


def linear_attention(Q, K, V):
    f = lambda x: np.where(x > 0, x + 1, np.exp(x))
    q, k = f(Q), f(K)
    out = np.empty(V.shape)
    for t in range(len(Q)):
        S = k[: t + 1].T @ V[: t + 1]
        out[t] = q[t] @ S / (q[t] @ k[: t + 1].sum(axis=0))
    return out
