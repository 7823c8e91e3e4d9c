# WRONG: standardises the columns before penalising, so lam acts on rescaled weights; witness: ridge_regression(np.array([[1e6, 1.0], [2e6, -1.0], [-1e6, 3.0], [0.5e6, 2.0]]), np.array([1.0, 2.0, 3.0, 4.0]), 0.1)
import numpy as np


def ridge_regression(X, y, lam):
    scale = np.linalg.norm(X, axis=0)
    scale = np.where(scale > 0, scale, 1.0)
    Z = X / scale
    u = np.linalg.solve(Z.T @ Z + lam * np.eye(X.shape[1]), Z.T @ y)
    return u / scale
