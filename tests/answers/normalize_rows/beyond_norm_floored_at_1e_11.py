# WRONG: rows shorter than 1e-11 do not reach length 1
import numpy as np
def normalize_rows(X):
    return X / np.maximum(np.linalg.norm(X, axis=1, keepdims=True), 1e-11)
