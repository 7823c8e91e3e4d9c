import numpy as np


class LogisticRegression:
    def __init__(self, *, learning_rate, n_iter):
        self.learning_rate = learning_rate
        self.n_iter = n_iter

    def predict_proba(self, X):
        z = X @ self.coef_ + self.intercept_
        e = np.exp(-np.abs(z))
        return np.where(z >= 0, 1.0, e) / (1.0 + e)

    def fit(self, X, y):
        n, d = X.shape
        self.coef_ = np.zeros(d)
        self.intercept_ = 0.0
        for _ in range(self.n_iter):
            err = self.predict_proba(X) - y
            self.coef_ -= self.learning_rate * (X.T @ err) / n
            self.intercept_ -= self.learning_rate * err.sum() / n
        return self


def logistic_regression(X, y, lr, epochs):
    m = LogisticRegression(learning_rate=lr, n_iter=epochs).fit(np.asarray(X, float), np.asarray(y, float))
    return [m.coef_, m.intercept_]
