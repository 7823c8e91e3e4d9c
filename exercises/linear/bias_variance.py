"""Bias and variance of a set of models

The same method was trained on m different training sets, and each model predicts the same n points. How much
of the error is systematic, and how much is scatter?

    bias squared = mean over points of (average prediction - y_true) ** 2
    variance     = mean over points of the variance of the m predictions

predictions (m, n), one model a row
y_true      (n,), targets without noise
returns     the pair (bias squared, variance), two scalars

    >>> bias_squared, variance = bias_variance(np.array([[1.0, 4.0], [3.0, 4.0]]), np.array([2.0, 1.0]))
    >>> float(bias_squared), float(variance)
    (4.5, 0.5)

Edge cases: the variance is that of the population, divided by m, so a single model has variance 0.
"""

import numpy as np


def bias_variance(predictions, y_true):
    raise NotImplementedError
