# WRONG: averages the bias over points before squaring; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([3.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    bias = np.mean(predictions - y_true)
    return bias ** 2, np.mean(np.var(predictions, axis=0))
