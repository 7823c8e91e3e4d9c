"""Generalised advantage estimation

How much better was each step of a trajectory than the critic expected? One-step errors answer with little
noise but lean on the critic; whole returns are unbiased but noisy. GAE mixes all horizons:

    δ_t = r_t + γ V_{t+1} − V_t
    A_t = δ_t + γλ δ_{t+1} + (γλ)² δ_{t+2} + ...      up to the last step

rewards  (T,)
values   (T + 1,), the critic's value of each state; the last one is that of the state after the last step
gamma    γ, the discount, from 0 to 1
lam      λ, from 0 to 1
returns  (T,), the advantages

    >>> gae(np.array([1.0, 0.0, 2.0]), np.array([0.0, 1.0, 2.0, 4.0]), 0.5, 0.5)
    array([1.625, 0.5  , 2.   ])

Edge cases: γ or λ may be 0 or 1; T may be 1. The trajectory does not end in a terminal state, unless the
last value says so by being 0.
"""

import numpy as np


def gae(rewards, values, gamma, lam):
    raise NotImplementedError
