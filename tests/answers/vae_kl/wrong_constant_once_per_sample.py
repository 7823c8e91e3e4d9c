# WRONG: the constant 1 is subtracted once per sample instead of once per latent, right for d = 1; witness: vae_kl(np.zeros((2, 3)), np.zeros((2, 3)))
import numpy as np


def vae_kl(mu, log_var):
    per_sample = np.exp(log_var).sum(axis=1) + (mu ** 2).sum(axis=1) - log_var.sum(axis=1) - 1
    return 0.5 * per_sample.sum()
