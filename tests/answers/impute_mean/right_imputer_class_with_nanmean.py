import numpy as np


class SimpleImputer:
    def fit(self, X):
        self.fill_ = np.zeros(X.shape[1])
        known = ~np.isnan(X).all(axis=0)
        if known.any():
            self.fill_[known] = np.nanmean(X[:, known], axis=0)
        return self

    def transform(self, X):
        out = X.copy()
        r, c = np.nonzero(np.isnan(X))
        out[r, c] = self.fill_[c]
        return out


def impute_mean(X):
    return SimpleImputer().fit(X).transform(X)
