# mistake: global_generator
import torch


def reparameterize(mu, log_var, rng):
    """A draw of each latent from N(mu, exp(log_var))."""
    eps = torch.randn_like(mu)
    return mu + torch.exp(0.5 * log_var) * eps
