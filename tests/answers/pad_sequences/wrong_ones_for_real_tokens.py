# the mask is that of other libraries: 1 for a real token, as an integer
import numpy as np


def pad_sequences(sequences, value=0):
    L = max(len(s) for s in sequences)
    ids = np.full((len(sequences), L), value)
    mask = np.zeros((len(sequences), L), dtype=int)
    for i, s in enumerate(sequences):
        ids[i, : len(s)] = s
        mask[i, : len(s)] = 1
    return ids, mask
