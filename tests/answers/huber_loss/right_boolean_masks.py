import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    e = np.asarray(y_pred, dtype=float) - np.asarray(y_true, dtype=float)
    small = np.abs(e) <= delta
    loss = np.empty(e.shape)
    grad = np.empty(e.shape)
    loss[small] = 0.5 * e[small] ** 2
    loss[~small] = delta * (np.abs(e[~small]) - 0.5 * delta)
    grad[small] = e[small]
    grad[~small] = delta * np.sign(e[~small])
    return loss.mean(), grad / e.size
