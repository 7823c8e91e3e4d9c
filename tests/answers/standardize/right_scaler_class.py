import numpy as np


class StandardScaler:
    def fit(self, X):
        self.mean_ = np.mean(X, axis=0, dtype=np.float64)
        self.scale_ = np.std(X, axis=0, dtype=np.float64)
        flat = np.ptp(X, axis=0) == 0
        self.mean_[flat] = X[0, flat]
        self.scale_[flat] = 1.0
        return self

    def transform(self, X):
        return (X - self.mean_) / self.scale_

    def fit_transform(self, X):
        return self.fit(X).transform(X)


def standardize(X: np.ndarray) -> np.ndarray:
    return StandardScaler().fit_transform(X).astype(X.dtype, copy=False)
