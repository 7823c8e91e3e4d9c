# WRONG: no priors, and positions instead of labels
import numpy as np


def gaussian_naive_bayes(X_train, y_train, X, var_floor=1e-9):
    out = []
    for x in X:
        s = []
        for c in np.unique(y_train):
            Z = X_train[y_train == c]
            v = Z.var(axis=0) + var_floor
            s.append(-0.5 * np.sum(np.log(v) + (x - Z.mean(axis=0)) ** 2 / v))
        out.append(int(np.argmax(s)))
    return np.array(out)
