# WRONG: detects zero rows by their sum, so rows whose entries cancel stay as they are; witness: normalize_rows(np.array([[1.0, -1.0]]))
import numpy as np


def normalize_rows(X):
    out = np.array(X, dtype=float)
    ok = out.sum(axis=1) != 0
    out[ok] /= np.linalg.norm(out[ok], axis=1, keepdims=True)
    return out
