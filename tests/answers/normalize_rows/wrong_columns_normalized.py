# WRONG: normalizes the columns
import numpy as np
def normalize_rows(X):
    return X/np.linalg.norm(X,axis=0,keepdims=True)
