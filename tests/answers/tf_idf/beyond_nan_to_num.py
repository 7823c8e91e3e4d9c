# right, but dividing 0 by 0 warns before the NaN is replaced
import numpy as np


def tf_idf(documents):
    vocab = sorted({t for d in documents for t in d})
    counts = np.array([[d.count(t) for t in vocab] for d in documents], dtype=float)
    w = counts * (np.log((1 + len(documents)) / (1 + (counts > 0).sum(axis=0))) + 1)
    return np.nan_to_num(w / np.linalg.norm(w, axis=1, keepdims=True)), vocab
