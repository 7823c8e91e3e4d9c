import torch


def vae_loss(x, x_recon, mu, log_var):
    """The squared error plus the KL divergence of each sample, averaged over the batch."""
    error = (x - x_recon).square().sum()
    kl = 0.5 * (log_var.exp() + mu.square() - 1 - log_var).sum()
    # Both terms are summed within a sample, so the mean divides by B and not by the number of entries.
    return (error + kl) / len(x)
