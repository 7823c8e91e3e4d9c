# says: Line 12 converts to float32: p = counts.float()
import torch


def information_gain(y, left):
    share = left.double().mean()
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])


def entropy(y):
    counts = y.unique(return_counts=True)[1]
    p = counts.float() / len(y)
    return -(p * p.log2()).sum()
