# mistake: nearest_points
import torch


def kmeans_assign(X, centroids):
    return torch.cdist(X, centroids).argmin(dim=0)
