# WRONG: adds 1e-8 to the norm: a row of length 1e-8 does not get unit length
import numpy as np
def normalize_rows(X):
    return X / (np.linalg.norm(X.astype(float), axis=1, keepdims=True) + 1e-8)
