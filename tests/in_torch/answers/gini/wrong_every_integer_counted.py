# mistake: every_integer_counted
import torch


def gini(y):
    if len(y) == 0:
        return 0.0
    p = torch.bincount(y - y.min()) / len(y)
    return 1 - (p**2).sum()
