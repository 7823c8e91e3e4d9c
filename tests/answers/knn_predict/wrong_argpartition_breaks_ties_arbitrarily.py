# WRONG: np.argpartition breaks equal distances arbitrarily; witness: knn_predict(np.random.default_rng(0).integers(0, 4, (100, 1)) * 1.0, np.arange(100)[::-1].copy(), np.arange(4.0)[:, None], 9)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    d = np.linalg.norm(X[:, None] - X_train, axis=-1)
    near = np.argpartition(d, k - 1, axis=1)[:, :k]
    return np.array([np.argmax(np.bincount(y_train[r])) for r in near])
