# WRONG: the exponent uses the column index itself, so cosine columns have the wrong frequency; witness: positional_encoding(5, 4)
import numpy as np


def positional_encoding(seq_len, d_model):
    angle = np.arange(seq_len)[:, None] / 10000.0 ** (np.arange(d_model) / d_model)
    return np.where(np.arange(d_model) % 2 == 0, np.sin(angle), np.cos(angle))
