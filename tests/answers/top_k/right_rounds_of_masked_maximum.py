import numpy as np
def top_k(scores, k):
    taken = np.zeros(scores.shape, dtype=bool)
    rows = np.arange(len(scores))
    cols = []
    for _ in range(k):
        best = np.max(np.where(taken, -np.inf, scores), axis=1, keepdims=True)
        j = np.argmax((scores == best) & ~taken, axis=1)
        taken[rows, j] = True
        cols.append(j)
    return np.stack(cols, axis=1)
