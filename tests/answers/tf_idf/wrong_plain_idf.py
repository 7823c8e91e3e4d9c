# WRONG: log(n / df), neither smoothed nor plus one
import math
from collections import Counter
import numpy as np


def tf_idf(documents):
    vocab = sorted({w for doc in documents for w in doc})
    n = len(documents)
    df = Counter(w for doc in documents for w in set(doc))
    mat = np.zeros((n, len(vocab)))
    for i, doc in enumerate(documents):
        c = Counter(doc)
        for j, w in enumerate(vocab):
            mat[i, j] = c[w] * math.log(n / df[w])
        norm = np.linalg.norm(mat[i])
        if norm > 0:
            mat[i] /= norm
    return mat, vocab
