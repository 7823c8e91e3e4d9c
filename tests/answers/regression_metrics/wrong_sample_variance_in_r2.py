# WRONG: sample variance in r2 (ddof = 1) against the mean squared error; witness: regression_metrics(np.array([1.0, 2.0, 4.0]), np.array([2.0, 2.0, 3.0]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    mse = np.mean(e ** 2)
    if np.ptp(y_true) == 0:
        r2 = 1.0 if mse == 0 else 0.0
    else:
        r2 = 1 - mse / np.var(y_true, ddof=1)
    return mse, np.mean(np.abs(e)), r2
