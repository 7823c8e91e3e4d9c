# WRONG: takes the matrix for symmetric when n == m and mirrors the upper triangle
import numpy as np
def pairwise_distances(X, Y):
    d = np.sqrt(((X[:, None].astype(float) - Y[None]) ** 2).sum(-1))
    if d.shape[0] == d.shape[1] and d.shape[0] > 1:
        d = np.triu(d); d = d + np.triu(d, 1).T
    return d
