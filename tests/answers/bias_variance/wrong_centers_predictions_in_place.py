# WRONG: centres the caller's predictions in place; witness: (lambda p: (bias_variance(p, np.array([1.0, 2.0])), p))(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]))
import numpy as np


def bias_variance(predictions, y_true):
    P = np.asarray(predictions, dtype=np.float64)
    center = P.mean(axis=0)
    P -= center
    return np.mean((center - y_true) ** 2), np.mean(P ** 2)
