"""KL divergence to the standard normal

A VAE's encoder describes each latent by a normal distribution,
q = N(mu, sigma²), with log_var = log sigma². How far are all of them together
from the standard normal? For one latent,

    KL(q ‖ N(0, 1)) = ½ · (exp(log_var) + mu² − 1 − log_var)

Sum it over all latents and over the whole batch.

mu, log_var  (B, d) each
returns      a scalar

    >>> float(vae_kl(np.array([[0.0, 1.0]]), np.zeros((1, 2))))
    0.5
    >>> mu, log_var = np.zeros((3, 1)), np.full((3, 1), np.log(4.0))
    >>> round(float(vae_kl(mu, log_var)), 4)
    2.4206

Edge cases
- the prior itself: mu = 0 and log_var = 0 give 0
- sizes of 1: one sample, one latent, or both
- extreme variances: log_var from −40 to 25, used as it is
"""

import numpy as np


def vae_kl(mu, log_var):
    raise NotImplementedError
