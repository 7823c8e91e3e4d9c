import numpy as np


def alibi_bias(n_heads, T):
    out = np.empty((n_heads, T, T))
    out[...] = float("-inf")
    for h in range(n_heads):
        m = 1 / 2 ** (8 * (h + 1) / n_heads)
        for i in range(T):
            out[h, i, : i + 1] = -m * np.arange(i, -1, -1)
    return out
