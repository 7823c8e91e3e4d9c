# mistake: mean_of_nothing
import torch


def kmeans_update(X, labels, centroids):
    return torch.stack([X[labels == k].mean(dim=0) for k in range(len(centroids))])
