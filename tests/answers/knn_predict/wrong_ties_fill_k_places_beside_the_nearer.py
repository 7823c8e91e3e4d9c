# WRONG: of the samples at the k-th distance it takes k, however many nearer ones have a vote already
import numpy as np


def knn_predict(X_train, y_train, X, k):
    labels = []
    for q in X:
        d = ((X_train - q) ** 2).sum(axis=1)
        limit = np.partition(d, k - 1)[k - 1]
        near = d < limit
        near[np.flatnonzero(d == limit)[:k]] = True
        labels.append(np.bincount(y_train[near]).argmax())
    return np.array(labels)
