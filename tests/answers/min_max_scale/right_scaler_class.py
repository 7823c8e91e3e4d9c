import numpy as np


class MinMaxScaler:
    """sklearn look-alike."""

    def fit(self, X):
        self.data_min_ = np.minimum.reduce(X, axis=0)
        self.data_range_ = np.ptp(X, axis=0)
        return self

    def transform(self, X):
        shifted = X - self.data_min_
        return np.divide(shifted, self.data_range_, out=np.zeros_like(shifted), where=self.data_range_ != 0)


def min_max_scale(X):
    return MinMaxScaler().fit(X).transform(X)
