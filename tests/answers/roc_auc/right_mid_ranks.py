import numpy as np


def roc_auc(y_true, scores):
    """Mann-Whitney with mid-ranks."""
    y = np.asarray(y_true) == 1
    n_pos = int(y.sum())
    n_neg = y.size - n_pos
    if n_pos == 0 or n_neg == 0:
        raise ValueError("both classes are needed")
    _, inverse, counts = np.unique(scores, return_inverse=True, return_counts=True)
    last = np.cumsum(counts)
    midrank = last - (counts - 1) / 2.0
    rank_sum = midrank[inverse.reshape(-1)][y].sum()
    return (rank_sum - n_pos * (n_pos + 1) / 2.0) / (n_pos * n_neg)
