"""A decision tree that is never stored: training samples and samples to predict go down it together.

Each call is a node. It either answers its majority label for all samples that reached it, or divides both kinds
of samples by the best split and lets two smaller nodes answer. A pure node needs no extra test, because no split
of it gains anything. np.unique sorts the labels and argmax takes the first maximum, so the smaller label wins.

O(d n² log n) time per level with this simple search for the split.
"""

from itertools import pairwise

import numpy as np


def decision_tree(X_train, y_train, X, max_depth):
    """Labels (m,) for the rows of X, by the tree grown greedily on the training samples."""
    feature, threshold = _best_split(X_train, y_train) if max_depth > 0 else (None, None)
    if feature is None:
        labels, counts = np.unique(y_train, return_counts=True)
        return np.full(len(X), labels[np.argmax(counts)])
    grows, asks = (rows[:, feature] <= threshold for rows in (X_train, X))  # True: to the left
    predicted = np.empty(len(X), dtype=y_train.dtype)
    predicted[asks] = decision_tree(X_train[grows], y_train[grows], X[asks], max_depth - 1)
    predicted[~asks] = decision_tree(X_train[~grows], y_train[~grows], X[~asks], max_depth - 1)
    return predicted


def _best_split(X, y):
    """(feature, threshold) of the split x <= threshold that gains most; (None, None) if none does."""
    best, bar = (None, None), 1e-12
    for feature, column in enumerate(X.T):
        for low, high in pairwise(np.unique(column)):
            gain = _information_gain(y, column <= low)
            if gain > bar:
                best, bar = (feature, (low + high) / 2), gain + 1e-12  # a tie may differ by rounding
    return best


def _information_gain(y, left):
    """Entropy of y minus the weighted entropies of both sides."""
    share = np.mean(left)
    return _entropy(y) - share * _entropy(y[left]) - (1 - share) * _entropy(y[~left])


def _entropy(y):
    """Bits per label."""
    _, counts = np.unique(y, return_counts=True)
    shares = counts / len(y)
    return -np.sum(shares * np.log2(shares))


# What an interviewer asks next
#
# Why does a deep tree overfit, and what helps? It splits until every leaf is pure, noise included. Limit the depth, set
# the minimum number of samples per leaf, prune splits that do not pay on validation data, or average many trees.
#
# What turns it into a random forest? Bootstrap samples of the rows, and a random subset of features at every split, so
# that the trees make different errors; their average has a lower variance.
#
# Bagging or boosting? Bagging averages deep trees grown independently and lowers variance. Boosting adds shallow
# trees one after the other, each fitted to the remaining errors, and mostly lowers bias.
#
# Which features matter? Sum, per feature, the gains of its splits, weighted by the samples in the node. That favors
# features with many values; permuting a column on validation data and measuring the loss does not.
#
# Do features need scaling? No. A split depends only on the order of the values, so any increasing map of a feature
# leaves the tree's structure as it is.
#
# What does predicting cost? One comparison per level: O(depth) per sample, about log n in a balanced tree.
