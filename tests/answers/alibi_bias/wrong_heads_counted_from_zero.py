# WRONG: slope 2^(-8 h / n_heads) with h from 0, so the first head has slope 1
import numpy as np


def alibi_bias(n_heads, T):
    rel = np.arange(T)[:, None] - np.arange(T)
    out = np.zeros((n_heads, T, T))
    for h in range(n_heads):
        out[h] = np.where(rel >= 0, -rel * 2 ** (-8 * h / n_heads), -np.inf)
    return out
