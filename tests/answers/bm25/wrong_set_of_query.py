# WRONG: repeated query tokens count once
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    avg = np.mean([len(d) for d in documents])
    n = len(documents)
    scores = np.zeros(n)
    for q in set(query):
        df = sum(1 for x in documents if q in x)
        idf = np.log(1 + (n - df + 0.5) / (df + 0.5))
        for i, d in enumerate(documents):
            f = d.count(q)
            if f > 0:
                scores[i] += idf * f * (k1 + 1) / (f + k1 * (1 - b + b * len(d) / avg))
    return scores
