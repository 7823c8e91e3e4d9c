import numpy as np


def moe_router(logits, k):
    """k rounds of argmax."""
    X = np.array(logits, dtype=float)
    rank = np.searchsorted(np.sort(X, axis=None), X)  # order-preserving integers; -1 marks a chosen expert
    rows = np.arange(X.shape[0])
    picks, vals = [], []
    for _ in range(k):
        j = rank.argmax(axis=1)
        rank[rows, j] = -1
        picks.append(j)
        vals.append(X[rows, j])
    z = np.stack(vals, axis=1)
    w = np.exp(z - np.logaddexp.reduce(z, axis=1)[:, None])
    return [np.stack(picks, axis=-1), w]
