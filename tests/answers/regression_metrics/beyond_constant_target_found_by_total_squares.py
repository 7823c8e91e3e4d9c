# WRONG: tests the computed total sum of squares for 0, which 0.1 three times does not give; witness: regression_metrics(np.array([0.1, 0.1, 0.1]), np.array([0.1, 0.1, 0.2]))
import numpy as np


def regression_metrics(y_true, y_pred):
    e = y_true - y_pred
    ss_res = np.sum(e ** 2)
    ss_tot = np.sum((y_true - y_true.mean()) ** 2)
    if ss_tot == 0:
        r2 = 1.0 if ss_res == 0 else 0.0
    else:
        r2 = 1.0 - ss_res / ss_tot
    return np.mean(e ** 2), np.mean(np.abs(e)), r2
