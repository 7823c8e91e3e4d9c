# writes into centroids
import numpy as np
def kmeans_update(X, labels, centroids):
    out = np.asarray(centroids)
    for k in range(len(out)):
        if (labels == k).any(): out[k] = X[labels == k].mean(0)
    return out
