"""A decision tree that is never stored: training samples and queries go down it together.

Each call is a node. It either answers its majority label for all queries that reached it, or divides both the
training samples and the queries by the best split and lets two smaller nodes answer. A pure node needs no
test of its own: no split of it gains anything. np.unique sorts the labels and argmax takes the first maximum,
so the smaller label wins.

O(d n² log n) time a level with this simple search for the split.
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
                best, bar = (feature, (low + high) / 2), gain
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
# Why does a deep tree overfit, and what helps? It cuts until every leaf is pure, noise included. Limit the
# depth or the samples a leaf, prune what does not pay on validation data, or average many trees.
#
# What makes a random forest of it? Bootstrap samples of the rows, and a random subset of features at every
# split, so that the trees err differently; their average has a lower variance.
#
# Do features need scaling? No. A split depends on the order of values alone, so any increasing map leaves it
# as it is.
#
# What does predicting cost? One comparison a level: O(depth) for a query, about log n in a balanced tree.
