import numpy as np


def average_precision(y_true, scores):
    order = np.argsort(np.negative(scores), kind="mergesort")
    ranks = np.flatnonzero(np.take(y_true, order)) + 1
    if ranks.size == 0:
        return np.float64(0)
    return (np.arange(1, ranks.size + 1) / ranks).mean()
