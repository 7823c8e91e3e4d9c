# WRONG: 1e-8 added to the total sum of squares, noticeable for small targets; witness: regression_metrics(np.array([1e-5, 2e-5, 4e-5]), np.array([2e-5, 2e-5, 3e-5]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    if np.ptp(y_true) == 0:
        return np.mean(e ** 2), np.mean(np.abs(e)), float(not e.any())
    ss_tot = np.sum((y_true - y_true.mean()) ** 2)
    return np.mean(e ** 2), np.mean(np.abs(e)), 1 - np.sum(e ** 2) / (ss_tot + 1e-8)
