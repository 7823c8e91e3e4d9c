# WRONG: the rounded mean of the labels, a majority vote only for two classes; witness: knn_predict(np.array([[0.0], [1.0], [2.0]]), np.array([0, 0, 2]), np.zeros((1, 1)), 3)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    d = np.sqrt(((X[:, None] - X_train) ** 2).sum(-1))
    near = d.argsort(axis=1, kind="stable")[:, :k]
    return np.ceil(y_train[near].mean(axis=1) - 0.5).astype(int)
