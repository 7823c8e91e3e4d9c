"""A decision tree from scratch

Grow a classification tree on (X_train, y_train) and predict labels for X. A node splits on x <= threshold, by
the split with the highest information gain (in bits) over all features and all thresholds midway between
neighbouring distinct values; samples that meet it go left. On a tie the lower feature wins, then the lower
threshold.

A node becomes a leaf when the depth is used up, when its labels are pure, or when no split gains more than
1e-12. A leaf answers its most frequent label; equally frequent ones: the smallest.

X_train    (n, d) training samples, one a row
y_train    (n,) labels, integers from 0; not every label need occur
X          (m, d) samples to predict
max_depth  how many splits lie at most between the root and a leaf; 0 means a single leaf
returns    (m,) predicted labels

    >>> X_train = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> y_train = np.array([0, 0, 0, 1, 2])
    >>> X = np.array([[2.2], [4.0], [9.0]])
    >>> decision_tree(X_train, y_train, X, 1)
    array([0, 1, 1])
    >>> decision_tree(X_train, y_train, X, 2)
    array([0, 1, 2])

Edge cases: one training sample; a query that lies just on a threshold goes left; mixed labels that no split
can part.
"""

import numpy as np


def decision_tree(X_train, y_train, X, max_depth):
    raise NotImplementedError
