# WRONG: takes one of the sorted means instead of interpolating
import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    means = sorted(x[rng.integers(0, len(x), len(x))].mean() for _ in range(n_resamples))
    return means[int((1 - level) / 2 * n_resamples)], means[min(int((1 + level) / 2 * n_resamples), n_resamples - 1)]
