# mistake: for_vectors_only
import torch


def vae_loss(x, x_recon, mu, log_var):
    error = (x - x_recon).square().sum(dim=1)
    kl = 0.5 * (log_var.exp() + mu.square() - 1 - log_var).sum(dim=1)
    return error.mean() + kl.mean()
