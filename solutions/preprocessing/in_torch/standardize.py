import torch


def standardize(X):
    """Each column with mean 0 and deviation 1; constant columns become 0."""
    centered = X - X[:1]
    centered = centered - centered.mean(dim=0)
    std = centered.pow(2).mean(dim=0).sqrt()
    return torch.where(std > 0, centered / torch.where(std > 0, std, 1.0), 0.0)
