import numpy as np


def pad_sequences(sequences, value=0):
    width = max(map(len, sequences))
    rows = [np.concatenate([s, np.full(width - len(s), value, dtype=np.int64)]) for s in sequences]
    marks = [np.repeat([False, True], [len(s), width - len(s)]) for s in sequences]
    return np.vstack(rows), np.vstack(marks)
