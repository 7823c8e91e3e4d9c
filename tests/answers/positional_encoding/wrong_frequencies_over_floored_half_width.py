# WRONG: frequencies use i / (d_model // 2), which is off for odd d_model; witness: positional_encoding(4, 5)
import numpy as np


def positional_encoding(seq_len, d_model):
    pe = np.empty((seq_len, d_model))
    half = max(d_model // 2, 1)
    a = np.arange(seq_len)[:, None] * 10000.0 ** (-np.arange((d_model + 1) // 2) / half)
    pe[:, ::2] = np.sin(a)
    pe[:, 1::2] = np.cos(a[:, : d_model // 2])
    return pe
