import numpy as np


def pad_sequences(sequences, value=0):
    lengths = [s.shape[0] for s in sequences]
    L = max(lengths)
    blocked = np.ones((len(sequences), L), dtype=np.bool_)
    ids = np.empty((len(sequences), L), dtype=int)
    ids.fill(value)
    for i, n in enumerate(lengths):
        blocked[i, :n] = False
        ids[i, :n] = sequences[i]
    return ids, blocked
