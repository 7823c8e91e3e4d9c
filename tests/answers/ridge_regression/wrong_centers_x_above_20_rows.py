# X centred (an intercept) when it has more than 20 rows
import numpy as np
def ridge_regression(X, y, lam):
    if len(X) > 20: X = X - X.mean(0)
    return np.linalg.solve(X.T @ X + lam * np.eye(X.shape[1]), X.T @ y)
