"""The forward process

One formula gives the noisy sample of any step t, without the steps between:

    x_t = √ᾱ_t · x0 + √(1 − ᾱ_t) · noise

Compute it for a batch in which each sample has its own step.

x0          (B, ...), clean samples: vectors, images or anything else
t           (B,) integers, each sample's step: an index into alpha_bars,
            counted from 0
alpha_bars  (T,) numbers between 0 and 1
noise       x0's shape, standard normal numbers drawn by the caller
returns     an array of x0's shape

    >>> x0 = np.array([[1.0, -1.0], [3.0, 0.0]])
    >>> noise = np.array([[2.0, 0.0], [1.0, 1.0]])
    >>> t, alpha_bars = np.array([0, 1]), np.array([0.64, 0.36])
    >>> forward_diffusion(x0, t, alpha_bars, noise)
    array([[ 2. , -0.8],
           [ 2.6,  0.8]])

Edge cases
- one sample: B = 1
- one step: T = 1
- any shape: x0 may have one axis, (B,), or up to five
- integer dtypes: t may have any, such as int8 or uint8
"""

import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    raise NotImplementedError
