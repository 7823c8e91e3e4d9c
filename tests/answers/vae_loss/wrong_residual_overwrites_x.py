# WRONG: x is overwritten by the residual; witness: x = np.ones((2, 3)); vae_loss(x, np.ones((2, 3)), np.zeros((2, 2)), np.zeros((2, 2))); x
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    diff = x.reshape(len(x), -1)
    diff -= x_recon.reshape(len(x), -1)
    kl = 0.5 * (np.exp(log_var) + mu ** 2 - 1 - log_var).reshape(len(mu), -1).sum(axis=1)
    return np.mean((diff ** 2).sum(axis=1) + kl)
