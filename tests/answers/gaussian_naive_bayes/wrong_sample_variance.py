# WRONG: ddof=1
import numpy as np


def gaussian_naive_bayes(X_train, y_train, X, var_floor=1e-9):
    classes = np.unique(y_train)
    scores = np.zeros((len(X), len(classes)))
    for i, c in enumerate(classes):
        Z = X_train[y_train == c]
        m, v = Z.mean(0), Z.var(0, ddof=1) + var_floor
        scores[:, i] = np.log(len(Z) / len(y_train)) - 0.5 * np.sum(np.log(2 * np.pi * v) + (X - m) ** 2 / v, axis=1)
    return classes[scores.argmax(1)]
