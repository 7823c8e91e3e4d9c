# WRONG: half the squared error (Gaussian log-likelihood); witness: vae_loss(np.ones((2, 3)), np.zeros((2, 3)), np.zeros((2, 2)), np.zeros((2, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = len(x)
    r = (x - x_recon).reshape(B, -1)
    nll = 0.5 * (r * r).sum(axis=1)
    kl = 0.5 * (np.exp(log_var) + mu ** 2 - 1 - log_var).reshape(B, -1).sum(axis=1)
    return (nll + kl).mean()
