import numpy as np


def regression_metrics(y_true, y_pred):
    t = np.asarray(y_true, dtype=float)
    p = np.asarray(y_pred, dtype=float)
    e = t - p
    mse, mae = np.mean(e ** 2), np.mean(np.abs(e))
    if np.all(t == t[0]):
        return mse, mae, 1.0 if np.all(e == 0) else 0.0
    return mse, mae, 1.0 - np.sum(e ** 2) / np.sum((t - t.mean()) ** 2)
