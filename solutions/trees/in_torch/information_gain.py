import torch


def information_gain(y, left):
    """Return by how much a split lowers the entropy."""
    share = left.double().mean()
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return (shares * (1 / shares).log2()).sum()
