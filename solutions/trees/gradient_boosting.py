"""Gradient boosting for squared error, with all splits written down once.

The residuals are the negative gradient of half the squared error with respect to the predictions, so each stump is a
step down the gradient. The splits do not depend on the residuals. Which samples lie on the left of each is computed
once, and a round then gets the means of both sides and the errors of all splits from a few array operations. The splits
are listed in the order that settles ties, and the tolerance keeps rounding out of that.

O(n² d) time per round and memory, n d splits of n samples. Sorting each column once and sweeping it with running sums
takes O(n d) per round.
"""

from itertools import pairwise

import numpy as np


def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    """Predictions (m,) of the mean plus n_rounds stumps, each scaled by lr."""
    splits = [
        (feature, (low + high) / 2)
        for feature, column in enumerate(X_train.T)
        for low, high in pairwise(np.unique(column).tolist())
    ]
    fitted, predicted = np.full(len(X_train), y_train.mean()), np.full(len(X), y_train.mean())
    if not splits:
        return predicted
    left = np.array([X_train[:, feature] <= threshold for feature, threshold in splits])  # (splits, n)
    sizes = left.sum(axis=1)
    for _ in range(n_rounds):
        residuals = y_train - fitted
        low = left @ residuals / sizes  # the mean of each split's left side
        high = ~left @ residuals / (len(y_train) - sizes)
        answers = np.where(left, low[:, None], high[:, None])  # (splits, n)
        errors = np.sum((residuals - answers) ** 2, axis=1)
        best = np.argmax(errors <= errors.min() + 1e-12 * np.sum(residuals**2))  # the first of them
        feature, threshold = splits[best]
        fitted = fitted + lr * answers[best]
        predicted = predicted + lr * np.where(X[:, feature] <= threshold, low[best], high[best])
    return predicted


# What an interviewer asks next
#
# What is the gradient here? For the loss (y - F)² / 2 the derivative with respect to the prediction F is F - y. The
# residual y - F is the negative gradient, and a stump fitted to it is a step downhill in the space of predictions.
#
# How do you boost for another loss? Fit the tree to the negative gradient of that loss, y - p for the log loss. Then
# give each leaf the value that lowers the loss most, by a line search or a Newton step: the sum of negative gradients
# over the sum of second derivatives.
#
# How do lr and n_rounds go together? A smaller lr needs more rounds and usually generalizes better, since each step
# commits to less. Fix a small lr and stop where the validation error no longer falls.
#
# Why can boosting overfit when a random forest hardly does with more trees? Each tree is fitted to what is left, and
# that is noise in the end. A forest averages trees that were grown independently. Shallow trees, a small lr, random
# subsets of rows and columns, and early stopping help.
