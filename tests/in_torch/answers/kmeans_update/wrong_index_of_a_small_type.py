# says: The index is not int64. Convert it first
import torch
def kmeans_update(X, labels, centroids):
    sums = torch.zeros_like(centroids).index_add_(0, labels, X)
    counts = labels.bincount(minlength=len(centroids))[:, None]
    return torch.where(counts > 0, sums / counts.clamp(min=1), centroids)
