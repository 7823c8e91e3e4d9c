# WRONG: centred expansion ||x||^2 - 2xy + ||y||^2: not accurate when near points lie far from the common mean
import numpy as np
def pairwise_distances(X, Y):
    X = X.astype(float); Y = Y.astype(float)
    c = Y.mean(0); A = X - c; B = Y - c
    return np.sqrt(np.maximum((A * A).sum(1)[:, None] - 2 * A @ B.T + (B * B).sum(1), 0))
