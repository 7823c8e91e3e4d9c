# WRONG: one feature: returns the absolute value's sign, 1 for a negative entry
import numpy as np
def normalize_rows(X):
    n = np.linalg.norm(X.astype(float), axis=1, keepdims=True)
    if X.shape[1] == 1: return (n > 0).astype(float)
    return X / np.where(n == 0, 1, n)
