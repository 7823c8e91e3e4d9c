# WRONG: the vocabulary is in order of first appearance
import numpy as np


def tf_idf(documents):
    vocab = {}
    for doc in documents:
        for w in doc:
            vocab.setdefault(w, len(vocab))
    tf = np.zeros((len(documents), len(vocab)))
    for i, doc in enumerate(documents):
        for w in doc:
            tf[i, vocab[w]] += 1
    idf = np.log((1 + len(documents)) / (1 + np.count_nonzero(tf, axis=0))) + 1
    m = tf * idf
    norm = np.sqrt((m**2).sum(1, keepdims=True))
    norm[norm == 0] = 1
    return m / norm, list(vocab)
