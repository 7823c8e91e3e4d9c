# mistake: averaged_over_the_batch
import torch


def vae_kl(mu, log_var):
    kl = -0.5 * torch.sum(1 + log_var - mu.pow(2) - log_var.exp(), dim=1)
    return kl.mean()
