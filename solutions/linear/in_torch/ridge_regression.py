import torch


def ridge_regression(X, y, lam):
    """Solve the normal equations of least squares with an L2 penalty."""
    identity = torch.eye(X.shape[1], dtype=X.dtype)
    return torch.linalg.solve(X.T @ X + lam * identity, X.T @ y)
