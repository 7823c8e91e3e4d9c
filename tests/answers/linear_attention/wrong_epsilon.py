# WRONG: 1e-6 in the denominator outweighs small weights
import numpy as np


def linear_attention(Q, K, V):
    f = lambda x: np.where(x > 0, x + 1, np.exp(x))
    q, k = f(Q), f(K)
    S = np.cumsum(k[:, :, None] * V[:, None, :], axis=0)
    z = np.cumsum(k, axis=0)
    return np.einsum("td,tde->te", q, S) / (np.einsum("td,td->t", q, z)[:, None] + 1e-6)
