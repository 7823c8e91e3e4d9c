# WRONG: divides by the sum of the row
import numpy as np
def normalize_rows(X):
    return X/X.sum(axis=1,keepdims=True)
