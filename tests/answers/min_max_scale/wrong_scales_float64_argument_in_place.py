# WRONG: shifts and divides the argument in place (float64 input is not copied); witness: [X := np.array([[1.0], [3.0]]), min_max_scale(X), X][2]
import numpy as np


def min_max_scale(X):
    X = np.asarray(X, dtype=np.float64)
    X -= X.min(axis=0)
    span = X.max(axis=0)
    X /= np.where(span == 0, 1, span)
    return X
