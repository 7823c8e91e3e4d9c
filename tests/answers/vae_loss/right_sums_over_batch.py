import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = x.shape[0]
    recon = np.sum((x - x_recon) ** 2)
    kl = -0.5 * np.sum(1 + log_var - mu ** 2 - np.exp(log_var))
    return (recon + kl) / B
