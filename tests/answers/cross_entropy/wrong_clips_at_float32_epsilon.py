# WRONG: clips at the float32 machine epsilon (1.2e-7) instead of 1e-8; witness: cross_entropy(np.array([[1., 0.]]), np.array([[0., 1.]]))
import numpy as np

EPS = np.finfo(np.float32).eps


def cross_entropy(y_true, y_pred):
    return -np.sum(y_true * np.log(np.maximum(y_pred, EPS)))
