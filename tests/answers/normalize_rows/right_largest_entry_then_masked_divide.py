import numpy as np


def normalize_rows(X):
    X = np.asarray(X, dtype=np.float64)
    big = np.abs(X).max(axis=1, keepdims=True)
    scaled = np.divide(X, big, out=np.zeros_like(X), where=big > 0)
    norm = np.sqrt(np.square(scaled).sum(axis=1, keepdims=True))
    return np.divide(scaled, norm, out=np.zeros_like(X), where=norm > 0)
