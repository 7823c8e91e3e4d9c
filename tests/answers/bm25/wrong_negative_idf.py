# WRONG: the classic idf without the one inside the logarithm
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    avg = np.mean([len(d) for d in documents])
    n = len(documents)
    scores = []
    for d in documents:
        s = 0.0
        for q in query:
            f = d.count(q)
            df = sum(q in x for x in documents)
            if f:
                s += np.log((n - df + 0.5) / (df + 0.5)) * f * (k1 + 1) / (f + k1 * (1 - b + b * len(d) / avg))
        scores.append(s)
    return np.array(scores)
