# WRONG: PyTorch's smooth L1, which divides by the threshold; witness: huber_loss(np.array([0.0]), np.array([4.0]), 2.0)
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    d = y_pred - y_true
    a = abs(d)
    loss = np.where(a < delta, 0.5 * d * d / delta, a - 0.5 * delta)
    grad = np.where(a < delta, d / delta, np.sign(d))
    return loss.mean(), grad / d.size
