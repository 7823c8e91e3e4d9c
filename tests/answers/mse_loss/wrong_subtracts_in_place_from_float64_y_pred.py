# WRONG: subtracts in place when y_pred is already a float64 array; witness: (lambda a, b: (mse_loss(a, b), b))(np.zeros(3) + 1, np.ones(3) * 3)
import numpy as np


def mse_loss(y_true, y_pred):
    r = np.asarray(y_pred, dtype=np.float64)
    r -= y_true
    return (r * r).mean()
