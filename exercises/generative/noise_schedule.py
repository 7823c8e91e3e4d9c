"""The linear noise schedule

A diffusion model adds noise in T small steps. Step t adds noise of variance
beta_t, and the betas run linearly from beta_start to beta_end:

    beta_t       linear, both ends included
    alpha_t      = 1 − beta_t
    alpha_bar_t  = alpha_0 · alpha_1 · … · alpha_t

alpha_bar_t is the share of the signal's variance that remains after steps
0 to t.

T           the number of steps, at least 1
beta_start  the first beta, 1e-4 by default
beta_end    the last beta, 0.02 by default; both are above 0 and below 1
returns     (betas, alphas, alpha_bars), each (T,)

    >>> betas, alphas, alpha_bars = noise_schedule(3, 0.1, 0.5)
    >>> betas
    array([0.1, 0.3, 0.5])
    >>> alphas, alpha_bars
    (array([0.9, 0.7, 0.5]), array([0.9  , 0.63 , 0.315]))

Edge cases
- one step: T = 1 has only beta_start
- constant: beta_end may equal beta_start
- falling: beta_end may be smaller than beta_start
"""

import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    raise NotImplementedError
