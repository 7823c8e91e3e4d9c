# WRONG: clips y_pred in place, the caller's zeros become 1e-8; witness: (lambda p: (cross_entropy(np.array([[0., 1.]]), p), bool((p == 0).any())))(np.array([[0., 1.]]))
import numpy as np


def cross_entropy(y_true, y_pred):
    np.clip(y_pred, 1e-8, None, out=y_pred)
    return -(y_true * np.log(y_pred)).sum()
