import numpy as np


def gini(y):
    s = np.sort(np.asarray(y), kind="stable")
    if (n := s.size) == 0:
        return 0.0
    edges = np.flatnonzero(np.concatenate(([True], s[1:] != s[:-1], [True])))
    sizes = np.diff(edges).astype(float)
    return 1.0 - float(sizes @ sizes) / n**2
