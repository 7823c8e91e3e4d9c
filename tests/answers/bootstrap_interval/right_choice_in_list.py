import numpy as np


def bootstrap_interval(x, level, n_resamples, rng):
    n = x.shape[0]
    stats = np.array([np.mean(rng.choice(x, n)) for _ in range(n_resamples)])
    alpha = 1 - level
    return float(np.quantile(stats, alpha / 2)), float(np.quantile(stats, 1 - alpha / 2))
