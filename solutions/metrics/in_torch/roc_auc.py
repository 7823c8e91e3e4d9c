import torch


def roc_auc(y_true, scores):
    """The share of pairs in the right order, ties one half."""
    positive = y_true == 1
    P, N = int(positive.sum()), int((~positive).sum())
    if P * N == 0:
        raise ValueError("both classes must occur")
    _, group, sizes = scores.unique(return_inverse=True, return_counts=True)
    ranks = sizes.cumsum(0) - (sizes - 1) / 2
    return (ranks[group[positive]].double().mean() - (P + 1) / 2) / N
