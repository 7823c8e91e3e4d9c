# WRONG: binary cross-entropy instead of the squared error whenever x lies in [0, 1]; witness: vae_loss(np.ones((1, 3)), np.full((1, 3), 0.5), np.zeros((1, 2)), np.zeros((1, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = len(x)
    if x.min() >= 0 and x.max() <= 1 and x_recon.min() > 0 and x_recon.max() < 1:
        recon = -np.sum(x * np.log(x_recon) + (1 - x) * np.log1p(-x_recon)) / B
    else:
        recon = np.sum((x - x_recon) ** 2) / B
    return recon + 0.5 * np.sum(np.exp(log_var) + mu ** 2 - 1 - log_var) / B
