# WRONG: rows shorter than 1e-6 are treated as zero rows and stay
import numpy as np
def normalize_rows(X):
    n = np.linalg.norm(X.astype(float), axis=1, keepdims=True)
    return np.where(n < 1e-6, X, X / np.where(n < 1e-6, 1, n))
