# WRONG: exp(log_var / 2) (sigma) where sigma squared belongs; witness: vae_kl(np.zeros((1, 2)), np.full((1, 2), 2.0))
import numpy as np


def vae_kl(mu, log_var):
    sigma = np.exp(0.5 * log_var)
    return 0.5 * np.sum(mu ** 2 + sigma - log_var - 1)
