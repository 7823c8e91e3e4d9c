# mistake: wrong_sign
import torch


def vae_kl(mu, log_var):
    return 0.5 * torch.sum(1 + log_var - mu.pow(2) - log_var.exp())
