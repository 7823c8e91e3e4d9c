"""Huber loss and its gradient

A regression loss that is quadratic for small errors and linear for large
ones, so that an outlier cannot dominate. With the error e = y_pred − y_true
of each entry:

    loss(e) = 0.5 · e²                    where |e| ≤ delta
              delta · (|e| − 0.5 · delta)     where |e| > delta

Return the mean over all entries, and the gradient of that mean with respect
to y_pred.

y_true   the targets, any shape with at least one axis
y_pred   the predictions, the same shape
delta    where the loss turns from quadratic to linear, above 0; 1 by default
returns  (loss, gradient): a number, and an array of y_pred's shape

    >>> loss, gradient = huber_loss(np.array([0.0, 0.0]),
    ...                             np.array([0.5, 3.0]))
    >>> float(loss)  # the mean of 0.125 and 2.5
    1.3125
    >>> gradient
    array([0.25, 0.5 ])

Edge cases
- one entry: a single error
- several axes: the mean runs over all entries, whatever the shape
- errors of delta: |e| may be exactly delta, or exactly 0
"""

import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    raise NotImplementedError
