# WRONG: a constant target gives r2 = 0 even for exact predictions; witness: regression_metrics(np.array([2.0, 2.0]), np.array([2.0, 2.0]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    constant = np.max(y_true) == np.min(y_true)
    r2 = 0.0 if constant else 1 - np.mean(e ** 2) / np.var(y_true)
    return np.mean(e ** 2), np.mean(np.abs(e)), r2
