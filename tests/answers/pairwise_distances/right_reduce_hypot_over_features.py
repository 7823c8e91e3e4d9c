from functools import reduce

import numpy as np


def pairwise_distances(X, Y):
    # one feature at a time: memory (n, m)
    planes = (np.subtract.outer(a, b) for a, b in zip(X.T, Y.T))
    return reduce(np.hypot, planes, np.zeros((X.shape[0], Y.shape[0])))
