"""The percentile bootstrap of the mean.

One array of random indices holds all resamples, so one mean along its rows replaces a loop.

O(n_resamples · n) time and memory. Where that does not fit, draw the resamples in chunks and keep only their means.
"""

import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    """The central interval that holds this share of the means of resamples."""
    n = len(x)
    indices = rng.integers(0, n, size=(n_resamples, n))
    means = np.mean(x[indices], axis=1)  # (n_resamples,)
    low, high = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return low, high


# What an interviewer asks next
#
# Why does it work? The sample stands in for the population: resampling from it imitates drawing new samples, so the
# spread of the resampled means imitates that of the mean.
#
# When does it fail? With very few samples, the interval is too narrow, as the resamples spread like the variance
# with n in the divisor. It also fails for extremes such as the maximum, for heavy tails without a variance, and for
# dependent data. A time series needs blocks, and grouped data needs whole groups as the units of resampling.
#
# How do you compare two models on one test set? Resample the test samples and take the difference of both metrics on
# each resample. Pairing removes what both models share, so the interval of the difference is narrower than the two
# single ones suggest.
#
# How many resamples do you need? About 1,000 for a standard error, 10,000 for the ends of a 95% interval. More
# resamples reduce only the simulation's noise, not the uncertainty from few data.
