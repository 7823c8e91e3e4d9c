"""Outliers replaced with the mean, by a boolean mask.

The test is written as |x - mean| > z std, not as |x - mean| / std > z: without the division a standard deviation
of 0 needs no special case and gives no warning. A constant vector is returned before that, because its computed
mean may be off in the last digit: the mean of three 0.1s is 0.10000000000000002. `np.where` makes a new array,
so x stays as it is.

O(n) time and memory.
"""

import numpy as np


def clip_outliers(x, z):
    """A copy of x in which entries more than z standard deviations from the mean are the mean."""
    if x.min() == x.max():
        return x.copy()
    mean = x.mean()
    is_outlier = np.abs(x - mean) > z * x.std()  # (n,) booleans
    return np.where(is_outlier, mean, x)


# What an interviewer asks next
#
# What is wrong with this test in practice? The outliers inflate the very mean and standard deviation that they
# are measured by: with n entries, none can be more than sqrt(n - 1) standard deviations away, so for n = 10 and z
# = 3 you never find one. The median and the MAD (median absolute deviation) are robust.
#
# Which deviation does x.std() compute? It computes the population's and divides by n. ddof=1 divides by n - 1.
# pandas defaults to the latter, NumPy to the former.
#
# How do you do it column by column in a matrix? Use axis=0: mean and std of shape (d,) broadcast against (n, d).
#
# When is x[mask] a view? Never: boolean and fancy indexing copy when read. x[mask] = mean writes into x.
