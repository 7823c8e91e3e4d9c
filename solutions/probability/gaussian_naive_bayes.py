"""Gaussian naive Bayes in logarithms.

A product of hundreds of densities underflows, so their logarithms are summed. np.unique gives the labels in ascending
order, and argmax takes the first of equal scores, which is the smaller label.

O(n d) time to fit, O(m C d) to predict for C classes.
"""

import numpy as np


def gaussian_naive_bayes(X_train, y_train, X, var_floor=1e-9):
    """The label with the largest log posterior for each row of X."""
    labels = np.unique(y_train)  # ascending
    scores = np.empty((len(X), len(labels)))
    for c, label in enumerate(labels):
        members = X_train[y_train == label]  # (n_c, d)
        mean, variance = np.mean(members, axis=0), np.var(members, axis=0) + var_floor
        log_density = -(np.log(2 * np.pi * variance) + (X - mean) ** 2 / variance) / 2  # (m, d)
        scores[:, c] = np.log(len(members) / len(X_train)) + np.sum(log_density, axis=1)
    return labels[np.argmax(scores, axis=1)]


# What an interviewer asks next
#
# What is naive about it, and when does it hurt? It treats features as independent within a class. Correlated
# features are counted twice, so the probabilities come out too extreme, while the predicted label is often still
# right.
#
# How does it relate to logistic regression? If all classes share their variances, the log ratio of two classes is
# linear in x: the same kind of boundary. Naive Bayes fits the densities, which needs less data. Logistic regression
# fits the boundary itself, which is better with much data.
#
# How do you add samples to a fitted model? Counts, means and variances can be updated without the old samples: merge
# them as in Welford's method. So it trains in one pass over data that does not fit into memory.
#
# What changes for text? Counts of words are not normal. The multinomial version uses each class's word frequencies,
# with 1 added to every count (Laplace smoothing) so that an unseen word does not rule out a class.
