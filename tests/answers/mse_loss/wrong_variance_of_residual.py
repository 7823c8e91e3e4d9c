# WRONG: variance of the residual, which drops the mean residual; witness: mse_loss(np.array([1.0, 2.0, 3.0]), np.array([2.0, 3.0, 4.0]))
import numpy as np


def mse_loss(y_true, y_pred):
    """Mean squared error."""
    return np.var(np.asarray(y_true, float) - np.asarray(y_pred, float))
