# WRONG: every deviation below 1e-8 is taken for constant, so a small but varying column becomes 0; witness: standardize(np.array([[1e-10], [3e-10]]))
import numpy as np


def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    flat = std < 1e-8
    return np.where(flat, 0.0, (X - mean) / np.where(flat, 1.0, std))
