import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    r = y_true - y_pred
    a = np.abs(r)
    values = np.select([a <= delta], [np.multiply(r, r) / 2], default=delta * a - delta * delta / 2)
    slope = -np.select([a <= delta], [r], default=delta * np.sign(r))
    return np.einsum("i->", values.ravel()) / r.size, slope / r.size
