import numpy as np


def get_slopes(n):
    return [2 ** (-8 * i / n) for i in range(1, n + 1)]


def alibi_bias(n_heads, T):
    pos = np.arange(T, dtype=np.float64)
    rel = pos.reshape(T, 1) - pos.reshape(1, T)
    bias = -np.array(get_slopes(n_heads)).reshape(n_heads, 1, 1) * rel
    np.copyto(bias, -np.inf, where=rel < 0)
    return bias
