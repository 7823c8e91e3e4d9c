# kind: crashed
import torch


def information_gain(y, left):
    right = 1 - left
    share = left.double().mean()
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[right])


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return -(shares * shares.log2()).sum()
