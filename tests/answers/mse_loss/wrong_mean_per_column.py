# WRONG: for 2-D input returns a mean per column; witness: mse_loss(np.zeros((4, 2)), np.array([[1.0, 2.0]] * 4))
import numpy as np


def mse_loss(y_true, y_pred):
    return np.mean(np.square(np.subtract(y_true, y_pred)), axis=0)
