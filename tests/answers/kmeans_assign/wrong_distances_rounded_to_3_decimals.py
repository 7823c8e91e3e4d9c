# ties (within 1e-3) are merged: distances rounded to 3 decimals
import numpy as np
def kmeans_assign(X, centroids):
    return np.round(np.linalg.norm(X[:, None] - centroids, axis=-1), 3).argmin(1)
