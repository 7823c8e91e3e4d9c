import torch


def kmeans(X, centroids, max_iters):
    """Lloyd's algorithm until no centroid moves."""
    labels = closest(X, centroids)
    for _ in range(max_iters):
        moved = centroids.clone()
        for k in labels.unique().tolist():
            moved[k] = X[labels == k].mean(dim=0)
        if torch.equal(moved, centroids):
            break
        centroids = moved
        labels = closest(X, centroids)
    return centroids, labels


def closest(X, centroids):
    return (X[:, None] - centroids).pow(2).sum(dim=2).argmin(dim=1)
