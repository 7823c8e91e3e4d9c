"""RMS normalisation

What many language models use in the place of layer normalisation: divide by the root mean square of the
features, and neither subtract a mean nor add a shift.

    out = gamma * x / sqrt(mean(x ** 2) + eps)        the mean over the last axis

x      (..., d): any number of leading axes, also none
gamma  (d,), a scale for each feature
eps    inside the root
returns an array of x's shape

    >>> rms_norm(np.array([[3.0, 4.0], [0.0, 0.0]]), np.array([5.0, 10.0])).round(4)
    array([[ 4.2426, 11.3137],
           [ 0.    ,  0.    ]])

Edge cases: a row of zeros stays zero; d = 1.
"""

import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    raise NotImplementedError
