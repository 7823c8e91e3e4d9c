# WRONG: the reversed divergence KL(N(0, I), q), equal when log_var is 0; witness: vae_kl(np.ones((1, 2)), np.ones((1, 2)))
import numpy as np


def vae_kl(mu, log_var):
    inv_var = np.exp(-log_var)
    return 0.5 * np.sum(inv_var + mu ** 2 * inv_var - 1 + log_var)
