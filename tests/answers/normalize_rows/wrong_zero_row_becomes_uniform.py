# WRONG: a zero row becomes the uniform unit vector; witness: normalize_rows(np.array([[0.0, 0.0], [3.0, 4.0]]))
import numpy as np


def normalize_rows(X):
    norms = np.linalg.norm(X, axis=1, keepdims=True)
    safe = np.where(norms == 0, 1.0, norms)
    return np.where(norms == 0, 1 / np.sqrt(X.shape[1]), X / safe)
