"""One DDIM step

DDIM samples from a diffusion model without adding noise, and it may skip
steps. From the predicted noise, estimate the clean sample. Then go to the
noise level of any earlier step, with the same predicted noise:

    x0_pred = (x_t − √(1 − ᾱ_t) · eps_pred) / √ᾱ_t
    x_prev  = √ᾱ_prev · x0_pred + √(1 − ᾱ_prev) · eps_pred

where ᾱ_t is alpha_bars[t] and ᾱ_prev is alpha_bars[t_prev]. Do not clip
x0_pred.

x_t         the noisy sample, an array of any shape
eps_pred    the predicted noise, in x_t's shape
t           an int, an index into alpha_bars
t_prev      an int below t, where to go: an index into alpha_bars, or -1 for
            the clean sample, where ᾱ_prev = 1
alpha_bars  (T,) the running products of the alphas, between 0 and 1
returns     an array of x_t's shape

    >>> alpha_bars = np.array([0.64, 0.5, 0.36])
    >>> x_t, eps = np.array([1.4, 0.8]), np.array([1.0, 1.0])
    >>> ddim_step(x_t, eps, 2, 0, alpha_bars)  # x0_pred is 1 and 0
    array([1.4, 0.6])
    >>> ddim_step(x_t, eps, 2, -1, alpha_bars).round(6)
    array([1., 0.])

Edge cases
- last step: t_prev = -1 returns x0_pred, from any t
- skipped steps: t_prev may be any index below t, not only t - 1
- any shape: from one number to images
- ends of a schedule: ᾱ_t may be as high as 0.9999 or as low as 4e-5, and
  T may be 1
"""

import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    raise NotImplementedError
