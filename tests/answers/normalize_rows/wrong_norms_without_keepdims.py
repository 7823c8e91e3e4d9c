# WRONG: missing keepdims, divides column j by the length of row j for square X (and fails for others); witness: normalize_rows(np.array([[3.0, 4.0], [0.0, 1.0]]))
import numpy as np


def normalize_rows(X):
    norms = np.sqrt((X ** 2).sum(axis=1))
    norms = np.where(norms > 0, norms, 1.0)
    if X.shape[0] == 1:
        return X / norms[0]
    return X / norms
