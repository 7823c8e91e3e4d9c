# np.zeros makes floats, and large tokens lose their last digits even after the cast
import numpy as np


def pad_sequences(sequences, value=0):
    L = max(len(s) for s in sequences)
    ids = np.zeros((len(sequences), L)) + value
    for i, s in enumerate(sequences):
        ids[i, : len(s)] = s
    blocked = np.arange(L)[None, :] >= np.array([len(s) for s in sequences])[:, None]
    return ids.astype(np.int64), blocked
