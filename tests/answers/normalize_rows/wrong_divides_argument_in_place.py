# WRONG: divides a float64 argument in place; witness: [X := np.array([[3.0, 4.0]]), normalize_rows(X), X][2]
import numpy as np


def normalize_rows(X):
    X = np.asarray(X, dtype=float)
    norms = np.linalg.norm(X, axis=1, keepdims=True)
    norms[norms == 0] = 1
    X /= norms
    return X
