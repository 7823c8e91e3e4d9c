# WRONG: one number per sample (B,) instead of the sum, hidden for B = 1 by a squeeze; witness: vae_kl(np.ones((2, 3)), np.zeros((2, 3)))
import numpy as np


def vae_kl(mu, log_var):
    kl = 0.5 * (np.exp(log_var) + mu ** 2 - 1 - log_var).sum(axis=-1)
    return kl.squeeze()
