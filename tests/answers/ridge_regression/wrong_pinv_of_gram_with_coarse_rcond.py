# pseudo-inverse with a coarse rcond: columns scaled 1e6 apart lost
import numpy as np
def ridge_regression(X, y, lam):
    return np.linalg.pinv(X.T @ X + lam * np.eye(X.shape[1]), rcond=1e-10) @ X.T @ y
