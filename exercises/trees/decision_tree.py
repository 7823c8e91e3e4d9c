"""A decision tree from scratch

Grow a classification tree on (X_train, y_train), and predict labels for
the rows of X. A node splits its samples on x <= threshold, and samples
that meet this go left. It takes the split with the highest information
gain, over all features and all thresholds midway between neighboring
distinct values of the samples in the node:

    gain = H(y) - (n_left / n) * H(y_left) - (n_right / n) * H(y_right)

with H in bits, H = -sum_i p_i * log2(p_i) over the labels that occur. A
node becomes a leaf when the depth is used up, when it has one label only,
or when no split gains more than 1e-12. A leaf predicts its most frequent
label.

X_train    training samples (n, d), one per row
y_train    their labels (n,), integers from 0; some may not occur
X          samples to predict, (m, d)
max_depth  the largest number of splits between the root and a leaf
returns    predicted labels (m,), integers

    >>> X_train = np.array([[1.0], [2.0], [3.0], [4.0], [5.0]])
    >>> y_train = np.array([0, 0, 0, 1, 2])
    >>> X = np.array([[2.2], [4.0], [9.0]])
    >>> decision_tree(X_train, y_train, X, 1)
    array([0, 1, 1])
    >>> decision_tree(X_train, y_train, X, 2)
    array([0, 1, 2])

Edge cases
- single leaf: max_depth = 0, one training sample, or one label only
- leaf ties: of equally frequent labels, the smallest is predicted
- split ties: if gains are equal up to rounding (some 1e-12), the lower feature
  wins, then the lower threshold
- on a threshold: a sample to predict that is exactly on it goes left
- small gains: any gain above 1e-12 makes a split useful, a side may have
  a single sample, and values that differ at all are distinct
- no useful split: a node with several labels is a leaf if no split gains
  more than 1e-12 (equal rows, or sides as mixed as the whole)
"""

import numpy as np


def decision_tree(X_train, y_train, X, max_depth):
    raise NotImplementedError
