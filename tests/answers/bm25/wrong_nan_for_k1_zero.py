# WRONG: 0/0 for k1 = 0 where a document lacks a token
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    L = np.array([len(d) for d in documents])
    n = len(documents)
    out = np.zeros(n)
    for q in query:
        f = np.array([d.count(q) for d in documents])
        df = np.count_nonzero(f)
        out += np.log(1 + (n - df + 0.5) / (df + 0.5)) * f * (k1 + 1) / (f + k1 * (1 - b + b * L / L.mean()))
    return out
