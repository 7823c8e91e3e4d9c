import numpy as np


def accuracy(y_true, y_pred):
    return 1.0 - np.count_nonzero(np.subtract(y_true, y_pred, dtype=np.int64)) / np.size(y_true)
