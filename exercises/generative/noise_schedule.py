"""The linear noise schedule

A diffusion model adds noise in T small steps. Step t adds noise of variance beta_t, and the betas grow
linearly:

    beta_t      linear from beta_start to beta_end, both included
    alpha_t     = 1 − beta_t
    alpha_bar_t = alpha_0 · alpha_1 · … · alpha_t        how much of the signal's variance is left

T                     number of steps, at least 1
beta_start, beta_end  the ends of the schedule
returns               (betas, alphas, alpha_bars), each (T,)

    >>> betas, alphas, alpha_bars = noise_schedule(3, 0.1, 0.5)
    >>> betas, alphas, alpha_bars
    (array([0.1, 0.3, 0.5]), array([0.9, 0.7, 0.5]), array([0.9  , 0.63 , 0.315]))

Edge cases: T = 1 has beta_start alone.
"""

import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    raise NotImplementedError
