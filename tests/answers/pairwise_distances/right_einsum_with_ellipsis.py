import numpy as np
def pairwise_distances(X, Y):
    diff = X[:, None].astype(np.float64) - Y
    return np.sqrt(np.einsum("...d,...d", diff, diff))
