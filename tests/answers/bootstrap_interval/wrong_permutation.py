# WRONG: draws without replacement
import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    means = [rng.permutation(x).mean() for _ in range(n_resamples)]
    return np.quantile(means, (1 - level) / 2), np.quantile(means, (1 + level) / 2)
