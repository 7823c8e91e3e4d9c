"""Sampling from a diffusion model

Run the whole reverse process: start from standard normal noise, and take one DDPM reverse step for each t
from T − 1 down to 0, where T is the length of betas. With α_t = 1 − β_t and ᾱ_t = α_0 · … · α_t, a step is

    x ← (x − β_t / √(1 − ᾱ_t) · model(x, t)) / √α_t + √β_t · z,    z ~ N(0, I), none at t = 0

model   a function: model(x, t) returns the noise it sees in x, of x's shape; it is called once in each step, with t a
        Python int
shape   a tuple, the shape of the batch to sample
betas   (T,)
rng     a numpy.random.Generator, the only source of randomness
returns an array of that shape

    >>> betas = np.array([0.1, 0.2, 0.3])
    >>> alpha_bars = np.cumprod(1 - betas)
    >>> target = np.array([3.0, -1.0])
    >>> def ideal(x, t):  # knows that all data are the one point `target`
    ...     return (x - np.sqrt(alpha_bars[t]) * target) / np.sqrt(1 - alpha_bars[t])
    >>> ddpm_sample(ideal, (2, 2), betas, np.random.default_rng(0)).round(6)
    array([[ 3., -1.],
           [ 3., -1.]])

Edge cases: T = 1 is one step without added noise; each step draws new noise for every entry; the same seed
gives the same result. How you draw is up to you.
"""

import numpy as np


def ddpm_sample(model, shape, betas, rng):
    raise NotImplementedError
