import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    means = np.empty(n_resamples)
    for b in range(n_resamples):
        idx = rng.integers(len(x), size=len(x))
        means[b] = np.take(x, idx).mean()
    means.sort()
    grid = np.arange(n_resamples) / max(n_resamples - 1, 1)
    return np.interp((1 - level) / 2, grid, means), np.interp((1 + level) / 2, grid, means)
