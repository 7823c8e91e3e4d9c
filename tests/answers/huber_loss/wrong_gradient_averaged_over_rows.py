# WRONG: the gradient is divided by len(y_pred), not by the number of entries; witness: huber_loss(np.zeros((2, 3)), np.ones((2, 3)))
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    n = len(y_pred)
    e = y_pred - y_true
    c = np.minimum(np.abs(e), delta)
    return np.mean(0.5 * c**2 + delta * (np.abs(e) - c)), c * np.sign(e) / n
