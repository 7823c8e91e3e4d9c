# WRONG: draws from NumPy's global state instead of rng
import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    means = [np.random.choice(x, len(x)).mean() for _ in range(n_resamples)]
    lo, hi = np.quantile(means, [(1 - level) / 2, (1 + level) / 2])
    return lo, hi
