import torch


def vae_kl(mu, log_var):
    """KL(N(mu, exp(log_var)) ‖ N(0, 1)), summed over latents and batch."""
    return 0.5 * (log_var.exp() + mu.square() - 1 - log_var).sum()
