import torch


def kmeans_update(X, labels, centroids):
    """Move each centroid to the mean of its points; an empty cluster keeps its centroid."""
    # A uint8 tensor as an index would be a mask.
    labels = labels.long()
    sums = torch.zeros_like(centroids).index_add_(0, labels, X)
    counts = labels.bincount(minlength=len(centroids))[:, None]
    return torch.where(counts > 0, sums / counts.clamp(min=1), centroids)
