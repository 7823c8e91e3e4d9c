# WRONG: fills the NaNs in the caller's array; witness: [X := np.array([[1.0], [np.nan]]), impute_mean(X), X][2]
import numpy as np


def impute_mean(X):
    X = np.asarray(X, dtype=float)
    for j in range(X.shape[1]):
        col = X[:, j]
        bad = np.isnan(col)
        if bad.any():
            col[bad] = 0.0 if bad.all() else col[~bad].mean()
    return X.copy()
