"""Soft thresholding

The lasso gets its zeros from this step. Move every entry toward 0 by t, and
stop at 0. Elementwise,

    soft_threshold(x, t) = argmin over u of  (u - x) ** 2 / 2 + t * |u|

which is x - t for x above t, x + t for x below -t, and 0 in between.

x        an array of any shape
t        the threshold, a number, 0 or more
returns  an array of x's shape

    >>> soft_threshold(np.array([3.0, -3.0, 0.5]), 1.0)
    array([ 2., -2.,  0.])

Edge cases
- at the threshold: an entry of exactly t or -t becomes 0
- t of 0: nothing changes, and an entry of 0 stays 0
- no axis: x may be a 0-d array, of shape (), and so is the result
"""

import numpy as np


def soft_threshold(x, t):
    raise NotImplementedError
