import numpy as np


def vae_kl(mu, log_var):
    """Each piece of the formula as a contraction."""
    m = np.asarray(mu, dtype=float)
    lv = np.asarray(log_var, dtype=float)
    quad = np.einsum("ij,ij->", m, m)
    trace = np.expm1(lv).sum()
    log_det = np.add.reduce(lv, axis=None)
    return 0.5 * (quad + trace - log_det)
