from itertools import pairwise

import torch


def decision_tree(X_train, y_train, X, max_depth):
    """Predict labels with a tree grown on the training samples."""
    feature, threshold = best_split(X_train, y_train) if max_depth > 0 else (None, None)
    if feature is None:
        labels, counts = y_train.unique(return_counts=True)
        return labels[counts.argmax()].repeat(len(X))
    trained, asked = X_train[:, feature] <= threshold, X[:, feature] <= threshold
    predicted = torch.empty(len(X), dtype=y_train.dtype)
    predicted[asked] = decision_tree(X_train[trained], y_train[trained], X[asked], max_depth - 1)
    predicted[~asked] = decision_tree(X_train[~trained], y_train[~trained], X[~asked], max_depth - 1)
    return predicted


def best_split(X, y):
    best, bar = (None, None), 1e-12
    for feature, column in enumerate(X.T):
        for low, high in pairwise(column.unique()):
            gain = information_gain(y, column <= low)
            if gain > bar:
                # Equal gains may differ by rounding.
                best, bar = (feature, (low + high) / 2), gain + 1e-12
    return best


def information_gain(y, left):
    share = left.double().mean()
    return entropy(y) - share * entropy(y[left]) - (1 - share) * entropy(y[~left])


def entropy(y):
    shares = y.unique(return_counts=True)[1] / len(y)
    return (shares * (1 / shares).log2()).sum()
