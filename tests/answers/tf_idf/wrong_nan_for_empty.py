# WRONG: an empty document divides 0 by 0
import numpy as np


def tf_idf(documents):
    vocab = sorted({w for doc in documents for w in doc})
    counts = np.array([[doc.count(w) for w in vocab] for doc in documents], dtype=float)
    idf = np.log((len(documents) + 1) / ((counts > 0).sum(0) + 1)) + 1
    w = counts * idf
    return w / np.linalg.norm(w, axis=1, keepdims=True), vocab
