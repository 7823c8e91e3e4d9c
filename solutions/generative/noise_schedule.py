"""The linear schedule: evenly spaced betas, and the running product of what each step keeps.

np.linspace counts points and includes both ends. With one point it returns the start, so T = 1 needs no special case.
The running product has no step before the first: alpha_bars[0] is alphas[0], not 1.

O(T) time and memory.
"""

import numpy as np


def noise_schedule(T, beta_start=1e-4, beta_end=0.02):
    """(betas, alphas, alpha_bars), each (T,)."""
    betas = np.linspace(beta_start, beta_end, T)
    alphas = 1 - betas
    return betas, alphas, np.cumprod(alphas)


# What an interviewer asks next
#
# What must the last alpha_bar be? Near 0, so that the chain ends in pure noise and sampling may start there. With the
# defaults and T = 1000 it is 4e-5. With T = 100 it is 0.36, which is too much signal.
#
# Why a cosine schedule? The linear one destroys small images early, and many late steps look like noise already. The
# cosine schedule sets alpha_bar directly and spends the steps more evenly.
#
# What is the signal-to-noise ratio at step t? alpha_bar / (1 − alpha_bar). Schedules are compared by its logarithm.
