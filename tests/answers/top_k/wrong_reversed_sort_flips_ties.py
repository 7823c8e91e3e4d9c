# WRONG: reversing an ascending sort puts the higher index first among equals; witness: top_k(np.array([[1.0, 1.0, 0.0]]), 2)
import numpy as np


def top_k(scores, k):
    return np.argsort(scores, axis=1, kind="stable")[:, ::-1][:, :k]
