import numpy as np


def entropy(y):
    """log2 n minus the mean log2 count, over the present classes."""
    y = np.asarray(y)
    if y.size == 0:
        return 0.0
    counts = np.bincount(y)
    counts = counts[counts > 0]
    return float(np.dot(counts, np.log2(y.size / counts)) / y.size)
