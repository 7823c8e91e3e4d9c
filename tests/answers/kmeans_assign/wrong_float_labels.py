# floats, where indices are asked for
import numpy as np
def kmeans_assign(X, centroids):
    out = np.zeros(len(X))
    for i, x in enumerate(X): out[i] = ((x - centroids) ** 2).sum(1).argmin()
    return out
