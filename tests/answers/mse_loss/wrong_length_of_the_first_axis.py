# WRONG: takes the length of the first axis, which a 0-d array does not have; witness: mse_loss(np.array(1.0), np.array(3.0))
import numpy as np


def mse_loss(y_true, y_pred):
    per_sample = y_true.reshape(len(y_true), -1) - y_pred.reshape(len(y_pred), -1)
    return float(np.sum(per_sample**2) / per_sample.size)
