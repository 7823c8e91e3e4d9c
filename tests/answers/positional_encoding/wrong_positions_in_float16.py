# WRONG: positions in float16 to save memory: 2049 is rounded to 2048; witness: positional_encoding(2050, 4)[2049]
import numpy as np


def positional_encoding(seq_len, d_model):
    pos = np.arange(seq_len).astype(np.float16)[:, None].astype(float)
    i = np.arange(0, d_model, 2)
    div = np.exp(-np.log(10000.0) * i / d_model)
    pe = np.empty((seq_len, d_model))
    pe[:, 0::2] = np.sin(pos * div)
    pe[:, 1::2] = np.cos(pos * div[: d_model // 2])
    return pe
