# WRONG: the loss is the mean, the gradient that of the sum; witness: huber_loss(np.array([0.0, 0.0]), np.array([0.5, 3.0]))
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    e = y_pred - y_true
    loss = np.where(np.abs(e) <= delta, 0.5 * e**2, delta * (np.abs(e) - 0.5 * delta))
    return loss.mean(), np.clip(e, -delta, delta)
