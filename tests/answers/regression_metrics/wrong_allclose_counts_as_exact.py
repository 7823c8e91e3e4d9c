# WRONG: an almost exact prediction of a constant target counts as exact; witness: regression_metrics(np.array([2.0, 2.0]), np.array([2.0, 2.00001]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    if np.ptp(y_true) == 0:
        r2 = 1.0 if np.allclose(y_true, y_pred) else 0.0
    else:
        r2 = 1 - np.sum(e ** 2) / np.sum((y_true - np.mean(y_true)) ** 2)
    return np.mean(e ** 2), np.mean(np.abs(e)), r2
