import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    e = y_pred - y_true
    inside = (np.abs(e) <= delta).astype(float)
    loss = inside * 0.5 * e**2 + (1 - inside) * delta * (np.abs(e) - 0.5 * delta)
    grad = inside * e + (1 - inside) * delta * np.sign(e)
    return loss.mean(), grad / e.size
