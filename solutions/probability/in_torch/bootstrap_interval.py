import torch


def bootstrap_interval(x, level, n_resamples, rng):
    """Return the central interval that holds this share of the means of resamples."""
    indices = torch.randint(len(x), (n_resamples, len(x)), generator=rng)
    means = x[indices].mean(dim=1)
    # quantile needs q in the dtype of its input.
    low, high = means.quantile(torch.tensor([(1 - level) / 2, (1 + level) / 2], dtype=x.dtype))
    return low, high
