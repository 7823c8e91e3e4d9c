import numpy as np


def column_stats(X):
    X = np.asarray(X, dtype=float)
    n = X.shape[0]
    ones = np.ones(n)
    mean = ones @ X / n
    centred = X - mean
    order = np.argsort(X, axis=0, kind="stable")
    rev = np.argsort(-X, axis=0, kind="stable")
    cols = np.arange(X.shape[1])
    return dict(
        mean=mean,
        std=np.sqrt(np.einsum("ij,ij->j", centred, centred) / n),
        argmin=order[0],
        argmax=rev[0],
        min=X[order[0], cols],
        max=X[rev[0], cols],
    )
