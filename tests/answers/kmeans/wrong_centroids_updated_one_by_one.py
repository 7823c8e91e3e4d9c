# WRONG: centroids are updated one after another with a fresh assignment in between (not Lloyd's step); witness: kmeans(np.array([[0.0], [4.0], [5.0], [9.0]]), np.array([[3.0], [5.5]]), 1)
import numpy as np
from dataclasses import dataclass


@dataclass
class Lloyd:
    """sklearn-like estimator."""
    max_iter: int

    def predict(self, X):
        d = np.stack([np.einsum("ij,ij->i", X - c, X - c) for c in self.cluster_centers_], axis=1)
        return d.argmin(axis=1)

    def fit(self, X, init):
        self.cluster_centers_ = np.array(init, dtype=np.float64)
        for self.n_iter_ in range(1, self.max_iter + 1):
            before = self.cluster_centers_
            self.cluster_centers_ = before.copy()
            for k in range(len(before)):
                mine = X[self.predict(X) == k]
                if len(mine):
                    self.cluster_centers_[k] = mine.mean(axis=0)
            if not (self.cluster_centers_ != before).any():
                break
        self.labels_ = self.predict(X)
        return self


def kmeans(X, centroids, max_iters):
    est = Lloyd(max_iters).fit(X, centroids)
    return est.cluster_centers_, est.labels_
