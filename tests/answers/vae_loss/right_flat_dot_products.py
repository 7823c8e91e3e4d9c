import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    B = len(x)
    d = (np.asarray(x, dtype=float) - x_recon).ravel()
    m = np.asarray(mu, dtype=float).ravel()
    lv = np.asarray(log_var, dtype=float).ravel()
    total = d @ d + 0.5 * (m @ m + np.exp(lv) @ np.ones(lv.size) - lv.sum() - lv.size)
    return float(total) / B
