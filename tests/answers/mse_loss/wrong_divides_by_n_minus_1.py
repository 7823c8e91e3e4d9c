# WRONG: divides by n - 1 whenever there is more than one entry; witness: mse_loss(np.array([0.0, 0.0, 0.0]), np.array([1.0, 2.0, 3.0]))
import numpy as np


def mse_loss(y_true, y_pred):
    e = (np.asarray(y_true, float) - np.asarray(y_pred, float)).reshape(-1)
    return np.einsum("i,i->", e, e) / max(e.size - 1, 1)
