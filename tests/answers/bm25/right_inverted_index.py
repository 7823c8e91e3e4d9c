from collections import Counter, defaultdict
import numpy as np


def bm25(documents, query, k1=1.5, b=0.75):
    postings = defaultdict(list)
    for i, doc in enumerate(documents):
        for w, c in Counter(doc).items():
            postings[w].append((i, c))
    n = len(documents)
    ln = np.array(list(map(len, documents)), dtype=np.float64)
    rel = ln / (ln.sum() / n)
    out = np.zeros(n)
    for w, times in Counter(query).items():
        if w not in postings:
            continue
        idx, c = map(np.array, zip(*postings[w]))
        idf = np.log((n + 1) / (len(idx) + 0.5))
        out[idx] += times * idf * (k1 + 1) / (1 + k1 * ((1 - b) + b * rel[idx]) / c)
    return out
