# WRONG: subtracts in place, w itself is modified; witness: (lambda w: (sgd_step(w, np.ones(2), 0.1), w)[1])(np.array([1.0, 2.0]))
import numpy as np


def sgd_step(w, grad, lr):
    w -= lr * grad
    return w
