import math

import torch


def xavier_init(n_in, n_out, rng):
    """Normal weights (n_in, n_out) with variance 2 / (n_in + n_out)."""
    std = math.sqrt(2 / (n_in + n_out))
    # A bare torch.randn would draw from the global generator, and in float32 by default.
    return std * torch.randn(n_in, n_out, generator=rng, dtype=torch.float64)
