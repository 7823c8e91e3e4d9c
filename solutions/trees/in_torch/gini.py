import torch


def gini(y):
    """1 minus the sum of squared shares."""
    if y.numel() == 0:
        return 0.0
    shares = y.unique(return_counts=True)[1] / y.numel()
    return float((shares * (1 - shares)).sum())
