# WRONG: the cache is keyed by d_model only and keeps a shorter table for later, longer calls; witness: [positional_encoding(2, 6), positional_encoding(4, 6).shape][1]
import numpy as np

_CACHE = {}


def positional_encoding(seq_len, d_model):
    if d_model not in _CACHE:
        c = np.arange(d_model)
        a = np.arange(seq_len)[:, None] / 10000.0 ** (2 * (c // 2) / d_model)
        _CACHE[d_model] = np.where(c % 2, np.cos(a), np.sin(a))
    return _CACHE[d_model][:seq_len].copy()
