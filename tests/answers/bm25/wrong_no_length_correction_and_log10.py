# WRONG: the length is ignored, and the logarithm has base 10
import math
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    n = len(documents)
    res = []
    for d in documents:
        total = 0
        for q in query:
            df = sum(q in x for x in documents)
            f = d.count(q)
            if f:
                total += math.log10(1 + (n - df + 0.5) / (df + 0.5)) * f * (k1 + 1) / (f + k1)
        res.append(total)
    return np.array(res, dtype=float)
