"""Bootstrap confidence interval

How uncertain is the mean of a sample? Draw n_resamples resamples of x, each
of n = len(x) entries that are drawn independently and uniformly from x, with
replacement. Take the mean of each. The interval goes from the
(1 − level) / 2 quantile of these means to the (1 + level) / 2 quantile.

Quantiles are linear between neighbors: with the means sorted as m_0 ≤ m_1 ≤
…, the q-quantile is at position q · (n_resamples − 1), and between two whole
positions it lies on the line between their means.

x            (n,) numbers, n >= 1
level        between 0 and 1, both excluded, such as 0.95
n_resamples  an integer, 1 or more
rng          a numpy.random.Generator; all chance comes from it
returns      (low, high), two numbers

    >>> rng = np.random.default_rng(0)
    >>> low, high = bootstrap_interval(np.array([2.5, 2.5]), 0.95, 100, rng)
    >>> float(low), float(high)
    (2.5, 2.5)

Edge cases
- one entry: n = 1 gives (x[0], x[0])
- one resample: n_resamples = 1 gives its mean twice
- same seed: a generator in the same state gives the same interval
"""

import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    raise NotImplementedError
