# WRONG: lam * w instead of 2 * lam * w, and b is penalized as well
import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    Z = np.c_[X, np.ones(len(X))]
    t = np.zeros(Z.shape[1])
    for _ in range(epochs):
        m = (y * (Z @ t) < 1).astype(float)
        t = t - lr * (lam * t - (m * y) @ Z / len(Z))
    return t[:-1], t[-1]
