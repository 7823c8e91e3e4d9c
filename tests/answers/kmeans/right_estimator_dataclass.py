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
            labels = self.predict(X)
            n = np.bincount(labels, minlength=len(before))
            s = np.zeros_like(before)
            np.add.at(s, labels, X)
            self.cluster_centers_ = np.where(n[:, None] > 0, s / np.maximum(n, 1)[:, None], before)
            if not (self.cluster_centers_ != before).any():
                break
        self.labels_ = self.predict(X)
        return self


def kmeans(X, centroids, max_iters):
    est = Lloyd(max_iters).fit(X, centroids)
    return est.cluster_centers_, est.labels_
