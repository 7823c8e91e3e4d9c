# WRONG: an empty vector gives 1; witness: gini(np.array([], dtype=int))
import numpy as np


def gini(y):
    _, counts = np.unique(y, return_counts=True)
    p = counts / len(y) if len(y) else counts.astype(float)
    return 1.0 - np.sum(p ** 2)
