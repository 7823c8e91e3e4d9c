import numpy as np


def alibi_bias(n_heads, T):
    start = 2 ** (-(8 / n_heads))
    d = np.arange(T)[None, :] - np.arange(T)[:, None]
    causal = np.triu(np.full((T, T), -np.inf), k=1)
    return [start ** (h + 1) * d + causal for h in range(n_heads)]
