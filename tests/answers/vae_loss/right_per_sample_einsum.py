import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    """Per-sample vectors, then the batch mean."""
    flat = lambda a: np.asarray(a, dtype=float).reshape(len(a), -1)
    r = flat(x) - flat(x_recon)
    m, lv = flat(mu), flat(log_var)
    per_sample = np.einsum("ij,ij->i", r, r) + 0.5 * (np.expm1(lv) - lv + m * m).sum(axis=1)
    return per_sample.mean()
