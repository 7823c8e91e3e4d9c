import numpy as np


def pairwise_distances(X, Y):
    diff = X[:, None, :] - Y[None, :, :]
    return np.sqrt((diff ** 2).sum(axis=-1))
