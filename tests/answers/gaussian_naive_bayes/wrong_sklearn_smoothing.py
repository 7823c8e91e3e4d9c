# WRONG: var_floor is multiplied by the largest variance
import numpy as np


def gaussian_naive_bayes(X_train, y_train, X, var_floor=1e-9):
    eps = var_floor * X_train.var(axis=0).max()
    classes, counts = np.unique(y_train, return_counts=True)
    mu = np.array([X_train[y_train == c].mean(axis=0) for c in classes])
    var = np.array([X_train[y_train == c].var(axis=0) for c in classes]) + eps
    ll = np.log(counts / counts.sum()) - 0.5 * (np.log(2 * np.pi * var) + (X[:, None] - mu) ** 2 / var).sum(-1)
    return classes[ll.argmax(axis=1)]
