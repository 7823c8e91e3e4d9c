# right, but np.where divides 0 by 0 before it discards the result
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    L = np.array([len(d) for d in documents])
    n = len(documents)
    out = np.zeros(n)
    for q in query:
        f = np.array([d.count(q) for d in documents])
        df = np.count_nonzero(f)
        gain = f * (k1 + 1) / (f + k1 * (1 - b + b * L / L.mean()))
        out += np.log(1 + (n - df + 0.5) / (df + 0.5)) * np.where(f > 0, gain, 0)
    return out
