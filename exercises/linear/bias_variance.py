"""Bias and variance of a set of models

The same method was trained on m different training sets, and each of the
m models predicts the same n points. How much of the error is systematic,
and how much is scatter?

    bias squared = mean over points of (average prediction - y_true) ** 2
    variance     = mean over points of the variance of the m predictions

The average and the variance at a point are taken over the m models. The
variance is that of the population: divide by m, not by m - 1.

predictions  (m, n), one model per row
y_true       (n,), targets without noise
returns      the pair (bias squared, variance), two scalars

    >>> predictions = np.array([[1.0, 4.0], [3.0, 4.0]])
    >>> y_true = np.array([2.0, 1.0])
    >>> bias_squared, variance = bias_variance(predictions, y_true)
    >>> float(bias_squared), float(variance)
    (4.5, 0.5)

Edge cases
- one point: n = 1 works like any other n
- one model: with m = 1 the variance is 0
"""

import numpy as np


def bias_variance(predictions, y_true):
    raise NotImplementedError
