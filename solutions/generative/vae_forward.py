"""A VAE's forward pass: encoder, reparameterized draw, decoder.

Both heads read the same hidden layer, and neither has an activation: a mean may be negative, and so may a
log-variance. The noise is an argument, so the pass itself is a plain function. The sigmoid is written with
tanh, which saturates at ±1 without a large exponential: sigmoid(a) = ½ (1 + tanh(a / 2)).

O(B · (D H + H L + L G + G D)) time.
"""

import numpy as np


def vae_forward(x, params, noise):
    """The reconstruction in (0, 1), and the mean and log-variance of the latents."""
    p = params
    h = np.maximum(0, x @ p["W_enc"] + p["b_enc"])  # (B, H)
    mu = h @ p["W_mu"] + p["b_mu"]  # (B, L)
    log_var = h @ p["W_lv"] + p["b_lv"]  # (B, L)
    z = mu + np.exp(0.5 * log_var) * noise
    g = np.maximum(0, z @ p["W_dec"] + p["b_dec"])  # (B, G)
    logits = g @ p["W_out"] + p["b_out"]  # (B, D)
    return 0.5 * (1 + np.tanh(0.5 * logits)), mu, log_var


# What an interviewer asks next
#
# Why a sigmoid at the end? For data in [0, 1], such as pixels. For unbounded data leave the output linear and take
# the squared error, which is a normal likelihood of fixed variance.
#
# Why can one draw of z per sample be enough? The gradient is unbiased for any number of draws, and the
# batch averages the noise out.
#
# What is dropped at inference? To reconstruct, drop the noise and take z = mu. To generate, drop the encoder: draw z
# from the standard normal and decode it.
