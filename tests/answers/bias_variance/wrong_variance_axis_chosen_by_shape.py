# WRONG: transposes when the first axis is longer than the second, as if it held the points; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([1.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    P = np.asarray(predictions, dtype=float)
    axis = 0 if P.shape[0] <= P.shape[1] else 1
    mean = P.mean(axis=0)
    return np.mean((mean - y_true) ** 2), np.mean(P.var(axis=axis))
