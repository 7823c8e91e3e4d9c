# WRONG: unbiased pair estimate, divides by n (n - 1); witness: gini(np.array([0, 1]))
import numpy as np


def gini(y):
    n = len(y)
    if n < 2:
        return 0.0
    counts = np.unique(y, return_counts=True)[1]
    return 1.0 - np.sum(counts * (counts - 1)) / (n * (n - 1))
