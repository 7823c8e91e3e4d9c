# WRONG: the KL term is summed over the batch and not averaged, right for B = 1; witness: vae_loss(np.zeros((2, 3)), np.zeros((2, 3)), np.ones((2, 2)), np.zeros((2, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = x.shape[0]
    recon = np.sum((x - x_recon) ** 2) / B
    return recon - 0.5 * np.sum(1 + log_var - mu ** 2 - np.exp(log_var))
