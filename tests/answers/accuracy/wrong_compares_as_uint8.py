# WRONG: labels squeezed into uint8, so 256 equals 0; witness: accuracy(np.array([0, 256, 3]), np.array([256, 0, 3]))
import numpy as np


def accuracy(y_true, y_pred):
    a = np.asarray(y_true).astype(np.uint8)
    b = np.asarray(y_pred).astype(np.uint8)
    return (a == b).sum() / a.size
