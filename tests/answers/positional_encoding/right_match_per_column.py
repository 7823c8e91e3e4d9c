import numpy as np
from functools import partial


def _column(c, *, pos, width):
    match c % 2:
        case 0:
            return np.sin(pos / 10_000 ** (c / width))
        case _:
            return np.cos(pos / 10_000 ** ((c - 1) / width))


def positional_encoding(seq_len, d_model):
    col = partial(_column, pos=np.arange(seq_len, dtype=float), width=d_model)
    return np.column_stack([*map(col, range(d_model))])
