# WRONG: works in the caller's predictions; witness: (lambda p: (huber_loss(np.array([0.0]), p), p))(np.array([3.0]))
import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    e = np.asarray(y_pred)
    e -= y_true
    c = np.clip(e, -delta, delta)
    return (c * (e - c / 2)).mean(), c / e.size
