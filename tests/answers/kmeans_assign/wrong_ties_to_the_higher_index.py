# tie goes to the higher index
import numpy as np
def kmeans_assign(X, centroids):
    d = ((X[:, None] - centroids) ** 2).sum(-1)[:, ::-1]
    return len(centroids) - 1 - d.argmin(1)
