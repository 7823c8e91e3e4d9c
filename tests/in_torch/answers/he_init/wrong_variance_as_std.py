# mistake: variance_as_deviation
import torch


def he_init(n_in, n_out, rng):
    return torch.empty(n_in, n_out).normal_(0, 2 / n_in, generator=rng)
