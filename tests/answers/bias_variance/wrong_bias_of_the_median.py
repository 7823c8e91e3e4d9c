# WRONG: uses the median model output as the centre of the bias; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([1.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    center = np.median(predictions, axis=0)
    return np.mean((center - y_true) ** 2), np.mean((predictions - predictions.mean(axis=0)) ** 2)
