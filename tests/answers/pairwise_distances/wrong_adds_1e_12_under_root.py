# WRONG: adds 1e-12 under the root: identical rows give 1e-6, not 0
import numpy as np
def pairwise_distances(X, Y):
    d = X[:, None].astype(float) - Y[None]
    return np.sqrt((d ** 2).sum(-1) + 1e-12)
