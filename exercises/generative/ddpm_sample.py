"""Sampling from a diffusion model

Run the whole reverse process. Start from standard normal noise, and take
one DDPM reverse step for each t from T − 1 down to 0, where T is the length
of betas. With α_t = 1 − β_t and ᾱ_t = α_0 · … · α_t, a step is

    mean = (x − β_t / √(1 − ᾱ_t) · model(x, t)) / √α_t
    x    = mean + √β_t · z,    z ~ N(0, I)

In the last step, t = 0, x is the mean alone.

model    a function: model(x, t) returns the predicted noise, in x's shape
shape    a tuple, the shape of the batch to sample
betas    (T,) numbers above 0 and below 1
rng      a numpy.random.Generator, the only source of randomness
returns  an array of that shape

    >>> betas = np.array([0.1, 0.2, 0.3])
    >>> alpha_bars = np.cumprod(1 - betas)
    >>> target = np.array([3.0, -1.0])
    >>> def ideal(x, t):  # knows that all data are the one point `target`
    ...     signal = np.sqrt(alpha_bars[t]) * target
    ...     return (x - signal) / np.sqrt(1 - alpha_bars[t])
    >>> ddpm_sample(ideal, (2, 2), betas, np.random.default_rng(0)).round(6)
    array([[ 3., -1.],
           [ 3., -1.]])

How you draw is up to you, but every step needs new, independent noise in
every entry. You may draw a z at t = 0 and not use it.

Edge cases
- one step: T = 1 adds no noise
- any shape: from (n,) to images
- any schedule: betas may fall, be as small as 1e-4, or have 300 entries
- model calls: once per step, with t as a Python int
- model returns x: the prediction may be the very array x, so do not change
  x before you have used the prediction
- same seed: a generator in the same state gives the same result
"""

import numpy as np


def ddpm_sample(model, shape, betas, rng):
    raise NotImplementedError
