# WRONG: pairs the entries in memory order, mixed C and Fortran layouts are matched wrongly; witness: sgd_step(np.zeros((2, 3)), np.asfortranarray([[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]]), 0.1)
import numpy as np


def sgd_step(w, grad, lr):
    w = np.asarray(w, dtype=float)
    g = np.asarray(grad, dtype=float).ravel(order="K")
    return (w.ravel(order="C") - lr * g).reshape(w.shape)
