"""One reverse step

Take one step back from x_t, given the noise that a model found in it. With α_t = 1 − β_t and ᾱ_t = α_0 · … ·
α_t,

    x_{t−1} = (x_t − β_t / √(1 − ᾱ_t) · eps_pred) / √α_t + √β_t · noise

and in the last step, t = 0, no noise is added.

x_t       the noisy sample, of any shape
eps_pred  x_t's shape, the predicted noise
t         an int, an index into betas (the first step is 0)
betas     (T,)
noise     x_t's shape, standard normal numbers drawn by the caller
returns   x_t's shape

    >>> betas = np.array([0.36, 0.75])
    >>> x, eps, noise = np.array([2.0, -1.0]), np.array([1.0, 0.0]), np.array([0.0, 2.0])
    >>> denoise_step(x, eps, 0, betas, noise)
    array([ 1.75, -1.25])
    >>> denoise_step(x, eps, 1, betas, noise).round(4)
    array([ 2.3634, -0.2679])

At t = 0, α = ᾱ = 0.64: (2 − 0.36 / 0.6) / 0.8 = 1.75, and the noise plays no part.

Edge cases: T = 1; the arguments are not changed.
"""

import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    raise NotImplementedError
