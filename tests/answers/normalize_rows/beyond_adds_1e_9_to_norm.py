# WRONG: an epsilon added to the length, short rows do not get unit length; witness: normalize_rows(np.array([[3e-9, 4e-9]]))
import numpy as np


def normalize_rows(X):
    return X / (np.linalg.norm(X, axis=1, keepdims=True) + 1e-9)
