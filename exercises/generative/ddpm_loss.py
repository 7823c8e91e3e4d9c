"""The DDPM training objective

A diffusion model learns to name the noise in a noisy sample. Noise each sample to its own step,

    x_t = √ᾱ_t · x0 + √(1 − ᾱ_t) · noise

let the model predict the noise, and return the mean squared error over all entries:

    loss = mean((noise − model(x_t, t))²)

model       a function: model(x_t, t) takes an array of x0's shape and t as below, and returns x0's shape
x0          (B, ...), clean samples: vectors, images or anything else
t           (B,), each sample's step, an integer index into alpha_bars (the first step is 0)
alpha_bars  (T,)
noise       x0's shape
returns     a scalar

    >>> x0 = np.array([[1.0, -1.0], [3.0, 0.0]])
    >>> noise = np.array([[2.0, 0.0], [1.0, 1.0]])
    >>> alpha_bars = np.array([0.64, 0.36])
    >>> float(ddpm_loss(lambda x, t: 0 * x, x0, np.array([0, 1]), alpha_bars, noise))
    1.5
    >>> round(float(ddpm_loss(lambda x, t: x, x0, np.array([0, 1]), alpha_bars, noise)), 6)
    0.81

The first model predicts no noise at all: the loss is (4 + 0 + 1 + 1) / 4. The second hands back x_t,
which is [[2.0, −0.8], [2.6, 0.8]].

Edge cases: a batch of one, and any number of axes after the first; the model gets t as it was given.
"""

import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    raise NotImplementedError
