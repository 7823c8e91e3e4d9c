# WRONG: r2 is cut off at 0; witness: regression_metrics(np.array([1.0, 2.0, 3.0]), np.array([3.0, 2.0, 1.0]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    if np.all(y_true == y_true[0]):
        r2 = 0.0 if np.any(e) else 1.0
    else:
        r2 = max(0.0, 1 - np.sum(e ** 2) / np.sum((y_true - y_true.mean()) ** 2))
    return np.mean(e ** 2), np.mean(np.abs(e)), r2
