# WRONG: rounds to six digits before sorting, so scores that differ by less count as equal; witness: top_k(np.array([[1e-8, 3e-8, 2e-8]]), 2)
import numpy as np


def top_k(scores, k):
    return np.argsort(-np.round(scores, 6), axis=1, kind="stable")[:, :k]
