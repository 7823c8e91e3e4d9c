# WRONG: (B, 1) + (B,) broadcasts to (B, B) before the sum, right for B = 1; witness: vae_loss(np.zeros((3, 2)), np.zeros((3, 2)), np.arange(6.).reshape(3, 2), np.zeros((3, 2)))
import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = len(x)
    recon = ((x - x_recon) ** 2).reshape(B, -1).sum(axis=1, keepdims=True)
    kl = 0.5 * (np.exp(log_var) + mu ** 2 - 1 - log_var).reshape(B, -1).sum(axis=1)
    return (recon + kl).sum() / B
