"""The VAE loss

A VAE pays for two things: for what its reconstruction gets wrong, and for what its latents say about x beyond
the prior. For one sample,

    loss = Σ over features (x − x_recon)²  −  ½ Σ over latents (1 + log_var − mu² − exp(log_var))

Return the mean over the batch.

x, x_recon   (B, ...): vectors, images or anything else
mu, log_var  (B, d)
returns      a scalar

    >>> x, x_recon = np.array([[1.0, 0.0], [0.0, 3.0]]), np.zeros((2, 2))
    >>> float(vae_loss(x, x_recon, np.array([[2.0], [0.0]]), np.zeros((2, 1))))
    6.0

The two samples cost 1 + 2 and 9 + 0.

Edge cases: a batch of one; x may have any number of axes after the first.
"""

import numpy as np


def vae_loss(x, x_recon, mu, log_var):
    raise NotImplementedError
