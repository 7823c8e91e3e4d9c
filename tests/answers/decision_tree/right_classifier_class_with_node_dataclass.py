import numpy as np
from dataclasses import dataclass
from typing import Optional


def _xlogx(c):
    return c * np.log2(np.maximum(c, 1))


@dataclass
class Node:
    value: int
    feature: Optional[int] = None
    threshold: float = 0.0
    left: Optional["Node"] = None
    right: Optional["Node"] = None


class DecisionTreeClassifier:
    def __init__(self, max_depth):
        self.max_depth = max_depth

    def _split(self, X, Y):
        n, best = len(X), (None, None, 0.0)
        total = Y.sum(axis=0)
        parent = _xlogx(float(n)) - _xlogx(total).sum()
        for j in range(X.shape[1]):
            order = np.argsort(X[:, j], kind="mergesort")
            x, left = X[order, j], np.cumsum(Y[order], axis=0)
            cuts = np.flatnonzero(x[:-1] < x[1:])
            if cuts.size == 0:
                continue
            a, b, na = left[cuts], total - left[cuts], cuts + 1.0
            cost = _xlogx(na) - _xlogx(a).sum(axis=1) + _xlogx(n - na) - _xlogx(b).sum(axis=1)
            gain = (parent - cost) / n
            i = np.flatnonzero(gain >= gain.max() - 1e-12)[0]
            if gain[i] > best[2] + 1e-12:
                best = (j, (x[cuts[i]] + x[cuts[i] + 1]) / 2, gain[i])
        return best

    def _build(self, X, Y, depth):
        counts = Y.sum(axis=0)
        node = Node(int(self.classes_[np.argmax(counts)]))
        if depth < self.max_depth and np.count_nonzero(counts) > 1:
            j, t, _ = self._split(X, Y)
            if j is not None:
                go = X[:, j] <= t
                node.feature, node.threshold = j, t
                node.left = self._build(X[go], Y[go], depth + 1)
                node.right = self._build(X[~go], Y[~go], depth + 1)
        return node

    def fit(self, X, y):
        self.classes_, codes = np.unique(y, return_inverse=True)
        self.root_ = self._build(X, np.eye(len(self.classes_))[codes.reshape(-1)], 0)
        return self

    def _predict_one(self, x):
        node = self.root_
        while node.feature is not None:
            node = node.left if x[node.feature] <= node.threshold else node.right
        return node.value

    def predict(self, X):
        return np.fromiter((self._predict_one(x) for x in X), dtype=np.int64, count=len(X))


def decision_tree(X_train, y_train, X, max_depth):
    model = DecisionTreeClassifier(max_depth).fit(np.asarray(X_train, dtype=float), np.asarray(y_train))
    return model.predict(np.asarray(X, dtype=float))
