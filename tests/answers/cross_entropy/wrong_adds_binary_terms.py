# WRONG: adds the binary (1 - y) log(1 - p) terms as well; witness: cross_entropy(np.array([[1., 0., 0.]]), np.array([[.5, .3, .2]]))
import numpy as np


def cross_entropy(y_true, y_pred):
    p = np.clip(y_pred, 1e-8, 1.0)
    q = np.clip(1.0 - y_pred, 1e-8, 1.0)
    return float(-np.sum(y_true * np.log(p) + (1.0 - y_true) * np.log(q)))
