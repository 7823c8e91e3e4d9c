import torch


def pca(X, k):
    """Directions, variances and projections of the k largest."""
    centered = X - X.mean(dim=0)
    values, vectors = torch.linalg.eigh(centered.T @ centered / len(X))
    components = vectors.flip(1)[:, :k]
    return components, values.flip(0)[:k], centered @ components
