"""The DDPM training objective

A diffusion model learns to predict the noise in a noisy sample. Compute x_t,
with its own step for each sample. Let the model predict the noise, and return
the mean squared error over all entries:

    x_t  = √ᾱ_t · x0 + √(1 − ᾱ_t) · noise
    loss = mean((noise − model(x_t, t))²)

model       a function: model(x_t, t) takes the whole batch at once and the
            argument t itself, and returns an array of x0's shape
x0          (B, ...), clean samples: vectors, images or anything else
t           (B,) integers, each sample's step: an index into alpha_bars,
            counted from 0
alpha_bars  (T,) numbers between 0 and 1
noise       x0's shape
returns     a scalar

    >>> x0 = np.array([[1.0, -1.0], [3.0, 0.0]])
    >>> noise = np.array([[2.0, 0.0], [1.0, 1.0]])
    >>> t, alpha_bars = np.array([0, 1]), np.array([0.64, 0.36])
    >>> float(ddpm_loss(lambda x, t: 0 * x, x0, t, alpha_bars, noise))
    1.5
    >>> loss = ddpm_loss(lambda x, t: x, x0, t, alpha_bars, noise)
    >>> round(float(loss), 6)
    0.81

The first model predicts no noise at all: the loss is (4 + 0 + 1 + 1) / 4.
The second returns x_t, which is [[2.0, −0.8], [2.6, 0.8]].

Edge cases
- one sample: B = 1
- one step: T = 1
- any shape: x0 may have any number of axes, also only one, (B,)
- ends of a schedule: ᾱ_t may be as high as 0.9999 or as low as 4e-5
"""

import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    raise NotImplementedError
