# WRONG: the linear part is delta * |e| - 0.5, right for delta = 1 only; witness: huber_loss(np.array([0.0]), np.array([4.0]), 2.0)
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    e = y_pred - y_true
    a = np.abs(e)
    loss = np.where(a <= delta, 0.5 * a * a, delta * a - 0.5)
    return np.average(loss), np.where(a <= delta, e, delta * np.sign(e)) / e.size
