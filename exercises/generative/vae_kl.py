"""KL divergence to the standard normal

A VAE's encoder describes each latent by a normal distribution, q = N(mu, sigma²) with log_var = log sigma².
How far are they from the standard normal, all together?

    KL(q ‖ N(0, 1)) = −½ · (1 + log_var − mu² − exp(log_var))      for one latent

Sum it over all latents and over the whole batch.

mu, log_var  (B, d) each
returns      a scalar

    >>> float(vae_kl(np.array([[0.0, 1.0]]), np.zeros((1, 2))))
    0.5
    >>> round(float(vae_kl(np.zeros((3, 1)), np.full((3, 1), np.log(4.0)))), 4)
    2.4206

Edge cases: mu = 0 and log_var = 0 give 0; B = 1 and d = 1 work.
"""

import numpy as np


def vae_kl(mu, log_var):
    raise NotImplementedError
