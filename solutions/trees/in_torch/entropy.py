import torch


def entropy(y):
    """Return the bits that one label carries on average."""
    shares = y.unique(return_counts=True)[1] / len(y)
    return (shares * (1 / shares).log2()).sum()
