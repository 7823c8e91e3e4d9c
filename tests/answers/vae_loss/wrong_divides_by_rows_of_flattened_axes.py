# WRONG: divides by the number of rows after flattening all but the last axis, right for (B, D), too small for images; witness: vae_loss(np.ones((2, 3, 4)), np.zeros((2, 3, 4)), np.zeros((2, 2)), np.zeros((2, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    r = (x - x_recon).reshape(-1, x.shape[-1])
    kl = 0.5 * np.sum(np.exp(log_var) + mu ** 2 - 1 - log_var) / len(mu)
    return np.sum(r ** 2) / len(r) + kl
