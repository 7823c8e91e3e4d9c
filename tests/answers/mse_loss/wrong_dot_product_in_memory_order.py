# WRONG: flattens in memory order, so a C-ordered and a Fortran-ordered argument are paired wrongly; witness: mse_loss(np.arange(6.0).reshape(2, 3), np.asfortranarray(np.arange(6.0).reshape(2, 3)))
import numpy as np


def mse_loss(y_true, y_pred):
    a = np.asarray(y_true, dtype=float).ravel(order="K")
    b = np.asarray(y_pred, dtype=float).ravel(order="K")
    d = a - b
    return d @ d / d.size
