import torch


def reparameterize(mu, log_var, rng):
    std = torch.exp(log_var / 2)
    return torch.normal(mu, std, generator=rng)
