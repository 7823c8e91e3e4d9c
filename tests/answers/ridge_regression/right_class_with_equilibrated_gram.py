import numpy as np


class Ridge:
    def __init__(self, alpha):
        self.alpha = alpha

    def fit(self, X, y):
        gram = X.T @ X
        gram.flat[:: gram.shape[0] + 1] += self.alpha
        # equilibrate: unit diagonal, so the columns' units do not matter
        scale = 1.0 / np.sqrt(np.diag(gram))
        self.coef_ = scale * np.linalg.solve(gram * np.outer(scale, scale), scale * (X.T @ y))
        return self


def ridge_regression(X, y, lam):
    return Ridge(alpha=lam).fit(np.asarray(X, dtype=float), np.asarray(y, dtype=float)).coef_
