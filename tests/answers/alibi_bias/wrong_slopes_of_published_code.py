# WRONG: for 3, 6 or 12 heads the slopes are interleaved from two powers of two
import math
import numpy as np


def slopes(n):
    if math.log2(n).is_integer():
        start = 2 ** (-(2 ** -(math.log2(n) - 3)))
        return [start * start**i for i in range(n)]
    p = 2 ** math.floor(math.log2(n))
    return slopes(p) + slopes(2 * p)[0::2][: n - p]


def alibi_bias(n_heads, T):
    d = np.arange(T)[None] - np.arange(T)[:, None]
    return np.array(slopes(n_heads))[:, None, None] * np.where(d > 0, -np.inf, d)
