# kind: calls
import torch
from torch.distributions import Normal, kl_divergence


def vae_kl(mu, log_var):
    q = Normal(mu, torch.exp(0.5 * log_var))
    return kl_divergence(q, Normal(0.0, 1.0)).sum()
