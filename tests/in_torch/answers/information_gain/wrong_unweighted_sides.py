# mistake: unweighted
import torch


def information_gain(y, left):
    if left.all() or not left.any():
        return 0.0
    return entropy(y) - (entropy(y[left]) + entropy(y[~left])) / 2


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return -(shares * shares.log2()).sum()
