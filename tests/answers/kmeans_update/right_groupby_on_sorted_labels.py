import itertools
import numpy as np


def kmeans_update(X, labels, centroids):
    order = np.argsort(labels, kind="stable")
    fresh = dict(enumerate(np.asarray(centroids, dtype=float)))
    for lab, idx in itertools.groupby(order.tolist(), key=lambda i: int(labels[i])):
        fresh[lab] = np.average(X[list(idx)], axis=0)
    return np.vstack([fresh[k] for k in range(len(centroids))])
