import numpy as np


class Scaler:
    def __init__(self):
        self.mean = None
        self.scale = None

    def fit(self, X):
        X = np.asarray(X, dtype=np.float64)
        self.mean = X.mean(axis=0)
        self.scale = X.std(axis=0)
        self.scale[np.ptp(X, axis=0) == 0] = 1
        return self

    def __call__(self, X):
        return (np.asarray(X, dtype=np.float64) - self.mean) / self.scale


def standardize_splits(X_train, X_test):
    scaler = Scaler().fit(X_train)
    return scaler(X_train), scaler(X_test)
