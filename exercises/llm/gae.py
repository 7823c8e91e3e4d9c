"""Generalized advantage estimation

How much better was each step of a trajectory than the critic expected?
One-step errors have little noise, but they rely on the critic. Full returns
rely on it least, but they are noisy. GAE mixes all horizons:

    δ_t = r_t + γ V_{t+1} − V_t
    A_t = δ_t + γλ δ_{t+1} + (γλ)² δ_{t+2} + ...   up to the last step

rewards  (T,)
values   (T + 1,), the critic's value of each state; the last one belongs to
         the state after the last step, and is 0 only if that is terminal
gamma    γ, the discount, from 0 to 1
lam      λ, from 0 to 1
returns  an array (T,), the advantages

    >>> rewards = np.array([1.0, 0.0, 2.0])
    >>> values = np.array([0.0, 1.0, 2.0, 4.0])
    >>> gae(rewards, values, 0.5, 0.5)
    array([1.625, 0.5  , 2.   ])

Edge cases
- one step: T = 1
- 0 and 1: γ, λ or both may be 0 or 1
- long trajectories: hundreds of steps, where (γλ)^T underflows to 0
"""

import numpy as np


def gae(rewards, values, gamma, lam):
    raise NotImplementedError
