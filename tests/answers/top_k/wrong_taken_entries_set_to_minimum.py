# WRONG: a chosen entry is overwritten by the smallest score, so it is chosen again among the smallest; witness: top_k(np.array([[0.0, 0.0, 1.0]]), 3)
import numpy as np


def top_k(scores, k):
    work = scores.copy()
    floor = scores.min()
    rows = np.arange(len(scores))
    out = []
    for _ in range(k):
        j = work.argmax(axis=1)
        out.append(j)
        work[rows, j] = floor
    return np.stack(out, axis=1)
