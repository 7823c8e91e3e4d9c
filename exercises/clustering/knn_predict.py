"""k-nearest-neighbour classifier

For each row of X, find the k training samples nearest to it (Euclidean distance) and answer the label that
most of them carry.

X_train  (n, d) training samples, one a row
y_train  (n,) their labels, integers from 0; not every label need occur
X        (m, d) samples to classify
k        how many neighbours vote, from 1 to n
returns  (m,) integer labels

    >>> X_train = np.array([[0.0, 0.0], [1.0, 0.0], [5.0, 5.0], [6.0, 5.0], [6.0, 6.0]])
    >>> y_train = np.array([2, 0, 1, 1, 1])
    >>> knn_predict(X_train, y_train, np.array([[0.2, 0.1], [4.0, 4.0]]), 3)
    array([0, 1])

Edge cases: of training samples at the same distance the lower index comes first; of labels with equally many
votes the smaller one wins.
"""

import numpy as np


def knn_predict(X_train, y_train, X, k):
    raise NotImplementedError
