# WRONG: only an exact zero deviation counts as constant, but three times 0.1 has a computed deviation of 1e-17; witness: standardize(np.array([[0.1], [0.1], [0.1]]))
import numpy as np


def standardize(X):
    mean, std = X.mean(axis=0), X.std(axis=0)
    return (X - mean) / np.where(std == 0, 1.0, std)
