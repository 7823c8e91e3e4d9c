# WRONG: argpartition finds the k largest but not in descending order; witness: top_k(np.array([[1.0, 2.0, 3.0, 4.0, 5.0, 6.0]]), 4)
import numpy as np


def top_k(scores, k):
    part = np.argpartition(-scores, k - 1, axis=1)[:, :k]
    return np.sort(part, axis=1)
