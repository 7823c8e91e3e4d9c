import numpy as np


def tf_idf(documents):
    """np.unique sorts strings by code points, as Python does."""
    flat = np.array([t for d in documents for t in d], dtype=object)
    vocab, cols = np.unique(flat, return_inverse=True)
    rows = np.concatenate([np.full(len(d), i) for i, d in enumerate(documents)]).astype(int)
    V = len(vocab)
    tf = np.bincount(rows * V + cols, minlength=len(documents) * V).reshape(-1, V)
    idf = 1 + np.log1p(len(documents)) - np.log1p((tf != 0).sum(0))
    w = np.einsum("nv,v->nv", tf, idf)
    w = np.divide(w, np.sqrt(np.einsum("nv,nv->n", w, w))[:, None], out=np.zeros_like(w), where=tf.any(1)[:, None])
    return w, vocab.tolist()
