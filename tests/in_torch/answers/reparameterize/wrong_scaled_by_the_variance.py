# mistake: scaled_by_the_variance
import torch


def reparameterize(mu, log_var, rng):
    """A draw of each latent from N(mu, exp(log_var))."""
    # torch.randn_like would draw from the global generator.
    eps = torch.randn(mu.shape, generator=rng, dtype=mu.dtype)
    return mu + torch.exp(log_var) * eps
