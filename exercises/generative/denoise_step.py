"""One reverse step

Take one step back from x_t, given the noise that a model predicts in it.
With α_t = 1 − β_t and ᾱ_t = α_0 · … · α_t:

    mean    = (x_t − β_t / √(1 − ᾱ_t) · eps_pred) / √α_t
    x_{t−1} = mean + √β_t · noise

x_t       the noisy sample, an array of any shape
eps_pred  the predicted noise, in x_t's shape
t         an int, an index into betas counted from 0; sampling runs from
          T − 1 down to 0
betas     (T,) numbers above 0 and below 1
noise     standard normal numbers drawn by the caller, in x_t's shape
returns   an array of x_t's shape

    >>> betas = np.array([0.36, 0.75])
    >>> x, eps = np.array([2.0, -1.0]), np.array([1.0, 0.0])
    >>> noise = np.array([0.0, 2.0])
    >>> denoise_step(x, eps, 1, betas, noise).round(4)
    array([ 2.3634, -0.2679])
    >>> denoise_step(x, eps, 0, betas, noise)
    array([ 1.75, -1.25])

At t = 0, α = ᾱ = 0.64, so (2 − 0.36 / 0.6) / 0.8 = 1.75, and the noise is not
used.

Edge cases
- last step: t = 0 returns the mean, without noise
- one beta: T = 1
- any shape: from one number to images
- any schedule: betas may also fall, or be as small as 1e-4
"""

import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    raise NotImplementedError
