# a mean of exactly zero is taken for an empty cluster
import numpy as np
def kmeans_update(X, labels, centroids):
    out = np.zeros(centroids.shape); n = np.bincount(labels, minlength=len(centroids))
    np.add.at(out, labels, X); out /= np.maximum(n, 1)[:, None]
    z = ~out.any(1); out[z] = centroids[z]
    return out
