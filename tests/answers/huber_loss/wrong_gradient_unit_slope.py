# WRONG: the slope beyond delta is +-1 instead of +-delta; witness: huber_loss(np.array([0.0]), np.array([4.0]), 2.0)
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    losses, slopes = [], []
    for t, p in zip(np.ravel(y_true), np.ravel(y_pred)):
        e = p - t
        if abs(e) <= delta:
            losses.append(0.5 * e**2)
            slopes.append(e)
        else:
            losses.append(delta * (abs(e) - 0.5 * delta))
            slopes.append(np.sign(e))
    return np.mean(losses), np.array(slopes).reshape(y_pred.shape) / len(losses)
