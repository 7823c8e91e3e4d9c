# WRONG: the squared error is averaged over features; witness: vae_loss(np.ones((2, 3)), np.zeros((2, 3)), np.zeros((2, 2)), np.zeros((2, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    recon = np.mean((x - x_recon) ** 2)
    kl = 0.5 * (np.exp(log_var) + mu ** 2 - 1 - log_var).reshape(len(mu), -1).sum(axis=1)
    return recon + kl.mean()
