"""Replace outliers by the mean

Return a copy of a vector in which every outlier is replaced by the mean. An entry is an outlier if it lies
more than z standard deviations from the mean, on either side:

    |x_i - mean| > z * std,    std = sqrt(sum_i (x_i - mean)^2 / n)

Mean and (population) standard deviation are those of the whole vector as given, outliers included.

x        (n,)
z        a number, 0 or more
returns  (n,), a copy: it shares no memory with x

    >>> clip_outliers(np.array([1.0, 1.0, 1.0, 1.0, 11.0]), 1.5)
    array([1., 1., 1., 1., 3.])

Edge cases: an entry exactly z standard deviations away stays; a constant vector comes back unchanged, with
no warning.
"""

import numpy as np


def clip_outliers(x, z):
    raise NotImplementedError
