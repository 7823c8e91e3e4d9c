# WRONG: sines in the first half and cosines in the second instead of alternating columns; witness: positional_encoding(3, 4)
import numpy as np


def positional_encoding(seq_len, d_model):
    n_sin = -(-d_model // 2)
    a = np.arange(seq_len)[:, None] / 10000 ** (2 * np.arange(n_sin) / d_model)
    return np.concatenate([np.sin(a), np.cos(a)], axis=1)[:, :d_model]
