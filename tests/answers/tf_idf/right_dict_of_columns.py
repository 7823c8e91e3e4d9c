import math
import numpy as np


def tf_idf(documents):
    n = len(documents)
    vocab = sorted(set().union(*map(set, documents)))
    index = {t: i for i, t in enumerate(vocab)}
    df = {t: sum(1 for d in documents if t in d) for t in vocab}
    out = np.zeros((n, len(vocab)))
    for i, doc in enumerate(documents):
        for t in doc:
            out[i, index[t]] += math.log((1 + n) / (1 + df[t])) + 1
        norm = math.sqrt(sum(v * v for v in out[i]))
        if norm > 0:
            out[i] /= norm
    return out, vocab
