"""Gradient boosting with regression stumps

Predict numbers by adding up small steps, each fitted to what the steps before
have left over. The loss is the squared error. All predictions start at the
mean of y_train. In each round:

1. Compute the residuals of the training samples: y_train minus the current
   predictions for X_train.
2. Fit a stump to the residuals: it answers one number where
   x[feature] <= threshold and another one elsewhere, each the mean of the
   residuals on its side. The thresholds to try are midway between
   neighboring distinct values of a column. Take the stump of least squared
   error, the sum of (residual - answer)^2 over all training samples.
3. Add lr times the stump's answer to every prediction.

X_train   samples (n, d), one per row
y_train   targets (n,)
X         samples (m, d) to predict for
n_rounds  how many stumps to add, 1 or more
lr        the learning rate, a positive number
returns   the predictions (m,) for X

    >>> X_train = np.array([[1.0], [2.0], [3.0], [4.0]])
    >>> y_train = np.array([1.0, 1.0, 5.0, 9.0])
    >>> X = np.array([[0.0], [3.2], [9.0]])
    >>> gradient_boosting(X_train, y_train, X, 1, 0.5)
    array([2.5, 5.5, 5.5])
    >>> gradient_boosting(X_train, y_train, X, 2, 0.5).round(4)
    array([1.9167, 4.9167, 7.25  ])

Edge cases
- repeated values: samples with equal values in a column stay together
- on a threshold: a sample of X whose value equals the threshold gets what
  the lower side gets
- ties: if several stumps have the least error, the lower feature wins, then
  the lower threshold
- rounding: errors that exceed the least by at most 1e-12 times the sum of
  the squared residuals count as equal to it
- constant features: a column of equal values offers no threshold; if no
  feature varies, as with n = 1, every prediction is the mean of y_train
"""

import numpy as np


def gradient_boosting(X_train, y_train, X, n_rounds, lr):
    raise NotImplementedError
