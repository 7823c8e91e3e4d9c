# mistake: own_generator
import torch


def bootstrap_interval(x, level, n_resamples, rng):
    means = x[torch.randint(len(x), (n_resamples, len(x)))].mean(dim=1)
    return means.quantile((1 - level) / 2), means.quantile((1 + level) / 2)
