import numpy as np


def edit_distance(a, b):
    j = np.arange(len(b) + 1)
    row = j.copy()
    for i, t in enumerate(a):
        differs = np.array([t != u for u in b], dtype=int)
        new = np.empty_like(row)
        new[0] = i + 1
        new[1:] = np.minimum(row[1:] + 1, row[:-1] + differs)
        row = np.minimum.accumulate(new - j) + j
    return row[-1]
