# WRONG: squared correlation, blind to an offset; witness: regression_metrics(np.array([1.0, 2.0, 4.0]), np.array([2.0, 3.0, 5.0]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = np.asarray(y_true, float) - np.asarray(y_pred, float)
    mse, mae = np.mean(e ** 2), np.mean(np.abs(e))
    if np.ptp(y_true) == 0:
        return mse, mae, 0.0 if np.any(e) else 1.0
    if np.ptp(y_pred) == 0:
        return mse, mae, 1 - mse / np.var(y_true)
    return mse, mae, np.corrcoef(y_true, y_pred)[0, 1] ** 2
