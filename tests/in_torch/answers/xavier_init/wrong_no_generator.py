# mistake: global_state
import math

import torch


def xavier_init(n_in, n_out, rng):
    std = math.sqrt(2 / (n_in + n_out))
    return std * torch.randn(n_in, n_out)
