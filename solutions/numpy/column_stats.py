"""Six aggregations along axis 0: the axis that you name is the one that disappears.

X is (n, d); reducing axis 0 runs over the samples and leaves (d,), one number per feature. argmin and
argmax return the first position of a tie.

O(n d) time for each.
"""

import numpy as np


def column_stats(X):
    """mean, std (population), min, max, argmin and argmax of each column, (d,) each."""
    return {
        "mean": np.mean(X, axis=0),
        "std": np.std(X, axis=0),
        "min": np.min(X, axis=0),
        "max": np.max(X, axis=0),
        "argmin": np.argmin(X, axis=0),
        "argmax": np.argmax(X, axis=0),
    }


# What an interviewer asks next
#
# Population or sample deviation? np.std divides by n; ddof=1 divides by n - 1, which makes the variance
# unbiased. For standardizing features it hardly matters, as long as train and test use the same one.
#
# Why not std = sqrt(mean(X²) - mean(X)²)? For columns with a large mean, the two terms cancel: the difference may
# be wrong in every digit, or negative. Subtract the mean first, as np.std does.
#
# What if X does not fit into memory? Welford's update keeps count, mean and sum of squared deviations, one sample
# at a time, without that cancellation; two such summaries can be merged.
#
# What about missing values? np.nanmean and its relatives skip NaN; a plain mean becomes NaN.
