# WRONG: takes every training row up to the k-th distance, so ties give more than k votes; witness: knn_predict(np.array([[1.0], [-1.0], [-1.0]]), np.array([1, 0, 0]), np.zeros((1, 1)), 1)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    d2 = ((X[:, None] - X_train) ** 2).sum(-1)
    radius = np.sort(d2, axis=1)[:, k - 1: k]
    votes = (d2 <= radius).astype(float) @ np.eye(y_train.max() + 1)[y_train]
    return votes.argmax(axis=1)
