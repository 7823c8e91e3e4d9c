import numpy as np


def bias_variance(predictions, y_true):
    P = np.asarray(predictions, dtype=float)
    center = P.mean(axis=0)
    return np.mean((center - y_true) ** 2), np.mean(P.var(axis=0))
