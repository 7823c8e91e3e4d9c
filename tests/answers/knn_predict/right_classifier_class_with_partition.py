import numpy as np


class KNeighborsClassifier:
    def __init__(self, n_neighbors):
        self.n_neighbors = n_neighbors

    def fit(self, X, y):
        self.X_, self.y_ = np.asarray(X, dtype=float), np.asarray(y)
        self.classes_, self._code = np.unique(self.y_, return_inverse=True)
        return self

    def _mask(self, q):
        d = np.square(self.X_ - q).sum(axis=1)
        kth = np.partition(d, self.n_neighbors - 1)[self.n_neighbors - 1]
        chosen = d < kth
        ties = np.flatnonzero(d == kth)
        chosen[ties[: self.n_neighbors - np.count_nonzero(chosen)]] = True
        return chosen

    def predict(self, X):
        onehot = np.eye(len(self.classes_))[self._code.ravel()]
        member = np.array([self._mask(q) for q in np.asarray(X, dtype=float)], dtype=float)
        return self.classes_[np.argmax(member @ onehot, axis=1)]


def knn_predict(X_train, y_train, X, k):
    return KNeighborsClassifier(k).fit(X_train, y_train).predict(X)
