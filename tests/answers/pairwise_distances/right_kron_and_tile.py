import numpy as np
def pairwise_distances(X, Y):
    return np.abs(np.linalg.norm(np.kron(X, np.ones((len(Y), 1))) - np.tile(Y, (len(X), 1)), axis=1)).reshape(len(X), len(Y))
