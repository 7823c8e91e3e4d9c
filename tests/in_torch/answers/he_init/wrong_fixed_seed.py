# mistake: own_seed
import math

import torch


def he_init(n_in, n_out, rng):
    torch.manual_seed(0)
    return torch.randn(n_in, n_out) * math.sqrt(2 / n_in)
