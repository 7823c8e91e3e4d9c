import math
import numpy as np


def positional_encoding(seq_len, d_model):
    pe = np.zeros((seq_len, d_model))
    for pos in range(seq_len):
        for c in range(d_model):
            angle = pos / 10000 ** (2 * (c // 2) / d_model)
            pe[pos, c] = math.sin(angle) if c % 2 == 0 else math.cos(angle)
    return pe
