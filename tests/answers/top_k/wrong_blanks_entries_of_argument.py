# WRONG: blanks out the chosen entries in the caller's array; witness: [s := np.array([[3.0, 1.0, 2.0]]), top_k(s, 2), s][2]
import numpy as np


def top_k(scores, k):
    rows = np.arange(len(scores))
    out = np.empty((len(scores), k), dtype=int)
    for t in range(k):
        out[:, t] = scores.argmax(axis=1)
        scores[rows, out[:, t]] = -np.inf
    return out
