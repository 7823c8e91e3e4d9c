# WRONG: one neighbour too few once k equals the training size (range(min(k, n - 1))); witness: knn_predict(np.array([[0.0], [1.0], [2.0]]), np.array([1, 0, 0]), np.zeros((1, 1)), 3) + knn_predict(np.array([[0.0], [1.0], [2.0]]), np.array([0, 1, 1]), np.zeros((1, 1)), 3)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    """k rounds of 'take the nearest that is left' (argmin gives the first on ties)."""
    d = np.stack([np.sum((X_train - q) ** 2, axis=-1) for q in X]).astype(float)
    labels = np.asarray(y_train)
    k = max(1, min(k, len(labels) - 1))
    near = np.empty((len(X), k), dtype=int)
    rows = np.arange(len(X))
    for r in range(k):
        near[:, r] = (j := d.argmin(axis=1))
        d[rows, j] = np.inf
    votes = (labels[near][:, :, None] == np.arange(labels.max() + 1)).sum(axis=1)
    return votes.argmax(axis=1)
