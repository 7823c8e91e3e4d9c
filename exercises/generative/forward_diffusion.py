"""The forward process

Diffusion jumps from a clean sample to any step at once:

    x_t = √ᾱ_t · x0 + √(1 − ᾱ_t) · noise

Do it for a batch in which each sample goes to a step of its own.

x0          (B, ...), clean samples: vectors, images or anything else
t           (B,), each sample's step, an integer index into alpha_bars (the first step is 0)
alpha_bars  (T,)
noise       x0's shape, standard normal numbers drawn by the caller
returns     x0's shape

    >>> x0 = np.array([[1.0, -1.0], [3.0, 0.0]])
    >>> noise = np.array([[2.0, 0.0], [1.0, 1.0]])
    >>> forward_diffusion(x0, np.array([0, 1]), np.array([0.64, 0.36]), noise)
    array([[ 2. , -0.8],
           [ 2.6,  0.8]])

Edge cases: a batch of one; as many samples as features; steps that repeat.
"""

import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    raise NotImplementedError
