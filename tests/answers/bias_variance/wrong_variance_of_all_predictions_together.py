# WRONG: variance of all predictions together, over models and points; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([1.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    average = predictions.mean(axis=0)
    return np.square(average - y_true).mean(), predictions.var()
