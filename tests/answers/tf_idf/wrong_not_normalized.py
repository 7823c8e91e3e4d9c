# WRONG: relative term frequencies times idf, rows not scaled to unit length
import numpy as np


def tf_idf(documents):
    vocab = sorted(set(sum(documents, [])))
    tf = np.array([[d.count(w) / max(len(d), 1) for w in vocab] for d in documents])
    df = (tf > 0).sum(axis=0)
    return tf * (np.log((1 + len(documents)) / (1 + df)) + 1), vocab
