import itertools
import numpy as np


class OneClassError(ValueError):
    pass


def roc_auc(y_true, scores):
    pairs = sorted(zip(np.asarray(scores).tolist(), np.asarray(y_true).tolist()))
    below = 0
    doubled = 0
    n_pos = 0
    for _, group in itertools.groupby(pairs, key=lambda p: p[0]):
        labels = [t for _, t in group]
        p = sum(1 for t in labels if t == 1)
        q = len(labels) - p
        doubled += p * (2 * below + q)
        below += q
        n_pos += p
    if n_pos == 0 or below == 0:
        raise OneClassError("one class only")
    return doubled / (2 * n_pos * below)
