# WRONG: log_var is clipped at 5 from above before the exponential; witness: vae_loss(np.zeros((1, 2)), np.zeros((1, 2)), np.zeros((1, 2)), np.full((1, 2), 7.0))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = len(x)
    recon = np.sum((x - x_recon) ** 2)
    kl = 0.5 * np.sum(np.exp(np.minimum(log_var, 5.0)) + mu ** 2 - 1 - log_var)
    return (recon + kl) / B
