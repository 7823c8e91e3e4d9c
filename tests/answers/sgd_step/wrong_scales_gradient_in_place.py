# WRONG: scales the gradient in place, grad is modified; witness: (lambda g: (sgd_step(np.ones(2), g, 0.1), g)[1])(np.array([1.0, 2.0]))
import numpy as np


def sgd_step(w, grad, lr):
    grad = np.asarray(grad, dtype=float)
    grad *= lr
    return w - grad
