import numpy as np


def top_k(scores, k):
    """Selection: k times argmax over what is still alive (argmax returns the first of equals)."""
    n = scores.shape[0]
    out = np.zeros((n, k), dtype=np.intp)
    for i in range(n):
        alive = list(range(scores.shape[1]))
        for t in range(k):
            j = int(np.argmax(scores[i, alive]))
            out[i, t] = alive.pop(j)
    return out
