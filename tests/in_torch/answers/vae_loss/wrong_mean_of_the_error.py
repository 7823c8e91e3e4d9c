# mistake: error_averaged_over_features
import torch


def vae_loss(x, x_recon, mu, log_var):
    error = ((x - x_recon) ** 2).mean()
    kl = -0.5 * torch.sum(1 + log_var - mu.pow(2) - log_var.exp(), dim=1).mean()
    return error + kl
