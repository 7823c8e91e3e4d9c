# WRONG: the sums run over all tokens
import numpy as np


def linear_attention(Q, K, V):
    f = lambda x: np.where(x > 0, x + 1, np.exp(x))
    q, k = f(Q), f(K)
    return (q @ (k.T @ V)) / (q @ k.sum(axis=0)).reshape(-1, 1)
