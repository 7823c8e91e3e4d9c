# jitter of 1e-6 on the diagonal whatever lam is
import numpy as np
def ridge_regression(X, y, lam):
    return np.linalg.solve(X.T @ X + (lam + 1e-6) * np.eye(X.shape[1]), X.T @ y)
