import math

import torch


def he_init(n_in, n_out, rng):
    """Normal weights (n_in, n_out) with variance 2 / n_in."""
    std = math.sqrt(2 / n_in)
    return std * torch.randn(n_in, n_out, generator=rng, dtype=torch.float64)
