# fills in front of the tokens, as for generation
import numpy as np


def pad_sequences(sequences, value=0):
    L = max(len(s) for s in sequences)
    ids = np.full((len(sequences), L), value, dtype=np.int64)
    blocked = np.ones((len(sequences), L), dtype=bool)
    for i, s in enumerate(sequences):
        if len(s):
            ids[i, -len(s):] = s
            blocked[i, -len(s):] = False
    return ids, blocked
