# WRONG: the default argsort is not stable, so among many equal distances the wrong training rows get in; witness: knn_predict(np.random.default_rng(0).integers(0, 4, (100, 1)) * 1.0, np.arange(100)[::-1].copy(), np.arange(4.0)[:, None], 9)
import numpy as np


def knn_predict(X_train, y_train, X, k):
    d2 = np.einsum("mnd,mnd->mn", X[:, None] - X_train[None], X[:, None] - X_train[None])
    votes = y_train[np.argsort(d2, axis=1)[:, :k]]
    return np.apply_along_axis(lambda v: np.bincount(v).argmax(), 1, votes)
