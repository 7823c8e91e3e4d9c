# WRONG: sample variance (ddof = 1) when there is more than one model; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([1.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    mean = predictions.mean(axis=0)
    ddof = 1 if len(predictions) > 1 else 0
    return np.mean((mean - y_true) ** 2), np.mean(np.var(predictions, axis=0, ddof=ddof))
