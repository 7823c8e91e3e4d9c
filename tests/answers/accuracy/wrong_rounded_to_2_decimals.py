# WRONG: rounded to two decimals; witness: accuracy(np.array([0, 1, 2]), np.array([0, 1, 1]))
import numpy as np


def accuracy(y_true, y_pred):
    return round(float((np.asarray(y_true) == np.asarray(y_pred)).mean()), 2)
