# mistake: without_penalty
import torch


def ridge_regression(X, y, lam):
    return torch.linalg.lstsq(X, y[:, None]).solution[:, 0]
