# WRONG: bias is measured per model and averaged after squaring, so it is the whole mean squared error; witness: bias_variance(np.array([[1.0, 2.0], [3.0, 5.0], [2.0, 2.0]]), np.array([1.0, 2.0]))
import numpy as np


def bias_variance(predictions, y_true):
    bias_sq = ((predictions - y_true) ** 2).mean(axis=0)
    variance = predictions.var(axis=0)
    return bias_sq.mean(), variance.mean()
