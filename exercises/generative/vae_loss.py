"""The VAE loss

A VAE's loss has two terms: the error of its reconstruction, and the
divergence of its latents from the prior. For one sample,

    error = Σ over features of (x − x_recon)²
    KL    = ½ Σ over latents of (exp(log_var) + mu² − 1 − log_var)
    loss  = error + KL

Return the mean of the loss over the batch.

x, x_recon   (B, ...): vectors, images or anything else
mu, log_var  (B, d)
returns      a scalar

    >>> x, x_recon = np.array([[1.0, 0.0], [0.0, 3.0]]), np.zeros((2, 2))
    >>> mu, log_var = np.array([[2.0], [0.0]]), np.zeros((2, 1))
    >>> float(vae_loss(x, x_recon, mu, log_var))
    6.0

The two samples cost 1 + 2 and 9 + 0.

Edge cases
- images: x may have any number of axes after the first, and all of them
  hold features
- sizes of 1: one sample, one feature, or one latent
- extreme variances: log_var from −40 to 25, used as it is
"""

import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    raise NotImplementedError
