# WRONG: rounds to 4 decimals: wrong by 5e-5 (accurate to 1e-6)
import numpy as np
def pairwise_distances(X, Y):
    d = np.sqrt(((X[:, None].astype(float) - Y[None]) ** 2).sum(-1))
    return np.round(d, 4)
