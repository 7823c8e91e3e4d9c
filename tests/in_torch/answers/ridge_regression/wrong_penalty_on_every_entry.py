# mistake: lam_everywhere
import torch


def ridge_regression(X, y, lam):
    return torch.linalg.solve(X.T @ X + lam, X.T @ y)
