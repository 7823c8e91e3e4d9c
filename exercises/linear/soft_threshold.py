"""Soft thresholding

The step that gives the lasso its zeros: move every entry towards 0 by t, and stop there.

    soft_threshold(x, t) = argmin over u of  (u - x) ** 2 / 2 + t * |u|

which is x - t for x above t, x + t for x below -t, and 0 in between.

x       any shape
t       how far, a number, 0 or more
returns an array of x's shape

    >>> soft_threshold(np.array([3.0, -3.0, 0.5]), 1.0)
    array([ 2., -2.,  0.])

Edge cases: an entry of exactly t or -t becomes 0, and t = 0 changes nothing.
"""

import numpy as np


def soft_threshold(x, t):
    raise NotImplementedError
