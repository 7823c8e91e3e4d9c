import torch


def accuracy(y_true, y_pred):
    """Return the share of predictions that are right."""
    # A tensor of booleans has no mean.
    return (y_true == y_pred).double().mean()
