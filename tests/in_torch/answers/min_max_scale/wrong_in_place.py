# mistake: in_place
import torch


def min_max_scale(X):
    X -= X.amin(dim=0)
    span = X.amax(dim=0)
    return X / torch.where(span > 0, span, 1.0)
