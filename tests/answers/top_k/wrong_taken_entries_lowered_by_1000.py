# WRONG: pushes taken entries down by 1e3 only: wrong when a row's spread exceeds 1000
import numpy as np
def top_k(scores, k):
    s = scores.astype(float)
    r = np.arange(len(s)); out = np.empty((len(s), k), int)
    for i in range(k):
        out[:, i] = s.argmax(1)
        s[r, out[:, i]] -= 1e3
    return out
