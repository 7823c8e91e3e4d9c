# WRONG: votes weighted by inverse distance instead of counted; witness: knn_predict(np.array([[0.01], [1.0], [1.0]]), np.array([0, 1, 1]), np.zeros((1, 1)), 3)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    out = np.empty(len(X), dtype=int)
    for i, q in enumerate(X):
        d = np.linalg.norm(X_train - q, axis=1)
        near = np.argsort(d, kind="stable")[:k]
        out[i] = np.bincount(y_train[near], weights=1 / (d[near] + 1e-8)).argmax()
    return out
