import torch


def min_max_scale(X):
    """Map each column to [0, 1]; a constant column becomes 0."""
    shifted = X - X.amin(dim=0)
    span = shifted.amax(dim=0)
    return shifted / span.masked_fill(span == 0, 1.0)
