# WRONG: log_var is clipped to [-10, 10]; witness: vae_kl(np.zeros((1, 1)), np.full((1, 1), -30.0))
import numpy as np


def vae_kl(mu, log_var):
    lv = np.clip(log_var, -10.0, 10.0)
    return 0.5 * np.sum(np.exp(lv) + mu * mu - 1.0 - lv)
