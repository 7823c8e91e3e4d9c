# WRONG: divides by the number of rows, not of entries; witness: mse_loss(np.zeros((2, 3)), np.ones((2, 3)))
import numpy as np


def mse_loss(y_true, y_pred):
    diff = np.asarray(y_true, dtype=float) - np.asarray(y_pred, dtype=float)
    return float(np.sum(diff ** 2) / len(diff))
