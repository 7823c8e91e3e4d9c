# mistake: narrow
import math

import torch


def xavier_init(n_in, n_out, rng):
    std = math.sqrt(2 / (n_in + n_out))
    return torch.empty(n_in, n_out, dtype=torch.float32).normal_(0, std, generator=rng)
