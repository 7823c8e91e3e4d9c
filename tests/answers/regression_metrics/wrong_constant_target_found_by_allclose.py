# WRONG: "constant" decided with np.allclose, so small but varying targets count as constant; witness: regression_metrics(np.array([1e-9, 2e-9, 4e-9]), np.array([2e-9, 2e-9, 3e-9]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    if np.allclose(y_true, y_true[0]):
        r2 = 1.0 if not np.any(e) else 0.0
    else:
        r2 = 1 - np.mean(e ** 2) / np.var(y_true)
    return np.mean(e ** 2), np.mean(np.abs(e)), r2
