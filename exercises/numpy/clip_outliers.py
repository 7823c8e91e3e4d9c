"""Replace outliers with the mean

Return a copy of a vector in which every outlier is replaced with the mean. An
entry is an outlier if it is more than z standard deviations from the mean, on
either side:

    |x_i - mean| > z * std,    std = sqrt(sum_i (x_i - mean)^2 / n)

Compute the mean and the population standard deviation once, from the whole
vector, outliers included. Do not compute them again after a replacement.

x        (n,) floats
z        a number, 0 or more
returns  a new array (n,)

    >>> clip_outliers(np.array([1.0, 1.0, 1.0, 1.0, 11.0]), 1.5)
    array([1., 1., 1., 1., 3.])

Edge cases
- exactly z away: an entry exactly z standard deviations from the mean stays
  (tried only where no number is rounded)
- z = 0: every entry that differs from the mean becomes the mean
- constant vectors: they stay as they are, and so does a vector of one entry
- copy: the result shares no memory with x, even where nothing is replaced
"""

import numpy as np


def clip_outliers(x, z):
    raise NotImplementedError
