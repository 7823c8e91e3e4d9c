# WRONG: rows shorter than 1e-6 are treated as zero rows; witness: normalize_rows(np.array([[1e-7, 0.0], [3.0, 4.0]]))
import numpy as np


def normalize_rows(X):
    norms = np.linalg.norm(X, axis=1, keepdims=True)
    tiny = np.isclose(norms, 0, atol=1e-6)
    return np.where(tiny, 0.0, X) / np.where(tiny, 1.0, norms)
