# WRONG: np.percentile gets fractions
import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    means = rng.choice(x, size=(n_resamples, len(x))).mean(axis=1)
    return np.percentile(means, (1 - level) / 2), np.percentile(means, (1 + level) / 2)
