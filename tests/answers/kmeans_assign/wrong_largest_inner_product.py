# WRONG: argmax of the inner product (nearest only among centroids of equal norm); witness: kmeans_assign(np.array([[1.0]]), np.array([[1.0], [5.0]]))
import numpy as np


def kmeans_assign(X, centroids):
    return np.argmax(np.einsum("nd,kd->nk", X, centroids), axis=1)
