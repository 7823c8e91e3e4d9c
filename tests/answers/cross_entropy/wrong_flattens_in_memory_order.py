# WRONG: flattens with order 'K', so a Fortran-ordered argument next to a C-ordered one is paired up wrongly; witness: cross_entropy(np.asfortranarray(np.eye(3)[[0, 0, 1, 2]]), np.array([[.7, .2, .1], [.5, .3, .2], [.1, .8, .1], [.3, .3, .4]]))
import numpy as np


def cross_entropy(y_true, y_pred):
    t = np.asarray(y_true, dtype=float).ravel(order="K")
    p = np.asarray(y_pred, dtype=float).ravel(order="K")
    return float(-np.dot(t, np.log(p + 1e-8)))
