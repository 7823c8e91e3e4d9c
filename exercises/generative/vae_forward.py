"""A variational autoencoder's forward pass

Encode a batch to means and log-variances, draw the latents with the noise
that is given, and decode:

    h       = ReLU(x W_enc + b_enc)
    mu      = h W_mu + b_mu
    log_var = h W_lv + b_lv
    z       = mu + exp(½ log_var) · noise
    g       = ReLU(z W_dec + b_dec)
    x_recon = sigmoid(g W_out + b_out)

x        (B, D)
params   a dict of arrays: W_enc (D, H), b_enc (H,);
         W_mu and W_lv (H, L), b_mu and b_lv (L,);
         W_dec (L, G), b_dec (G,); W_out (G, D), b_out (D,)
noise    (B, L), standard normal numbers, one per latent
returns  (x_recon, mu, log_var): (B, D), (B, L), (B, L)

    >>> eye, nil = np.eye(2), np.zeros(2)
    >>> params = {"W_enc": eye, "b_enc": nil, "W_mu": eye, "b_mu": nil,
    ...           "W_lv": 0 * eye, "b_lv": nil, "W_dec": eye, "b_dec": nil,
    ...           "W_out": eye, "b_out": nil}
    >>> x, noise = np.array([[1.0, -2.0]]), np.array([[1.0, 0.0]])
    >>> x_recon, mu, log_var = vae_forward(x, params, noise)
    >>> x_recon.round(4), mu
    (array([[0.8808, 0.5   ]]), array([[1., 0.]]))

Edge cases
- sizes of 1: one sample, one feature, one latent
- parameter order: the dict may hold its entries in any order
- extreme variances: log_var from −25 to 25, used as it is
- large activations: the last affine layer reaches ±2000, without NaN and
  without a warning
"""

import numpy as np


def vae_forward(x, params, noise):
    raise NotImplementedError
