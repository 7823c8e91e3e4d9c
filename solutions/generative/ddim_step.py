"""A deterministic DDIM step: back to the clean sample that the prediction implies, and forward to another noise level.

x_t is a mixture of a clean sample and noise. With the predicted noise the clean sample follows, and both are mixed
again as the forward process would at the earlier step. Nothing requires that step to be the neighbor. The index -1
needs care: in NumPy it is the last entry, and here it means no noise at all.

O(size of x_t) time and memory.
"""

import numpy as np


def ddim_step(x_t, eps_pred, t, t_prev, alpha_bars):
    """x at step t_prev, or the clean sample for t_prev = -1."""
    alpha_bar = alpha_bars[t]
    alpha_bar_prev = alpha_bars[t_prev] if t_prev >= 0 else 1.0
    x0_pred = (x_t - np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(alpha_bar)
    return np.asarray(np.sqrt(alpha_bar_prev) * x0_pred + np.sqrt(1 - alpha_bar_prev) * eps_pred)


# What an interviewer asks next
#
# Why may DDIM skip steps with a network trained for DDPM? The training loss depends only on x_t at each t, not on how
# one step leads to the next. DDIM is another process with the same x_t at each t, so the same network fits it.
#
# What does it mean that sampling is deterministic? The starting noise determines the sample. So noise can be
# interpolated like a latent code, and the steps can be run in reverse to find the noise of a given image (inversion).
#
# What does eta do in the general form? It sets how much fresh noise each step adds, while the factor of eps_pred
# shrinks to match. With eta = 0 there is none. With eta = 1 and neighboring steps it is DDPM with the posterior
# variance.
#
# Of which equation is it a solver? It is a first-order step (Euler) for the probability flow ODE, in the variables
# x / √ᾱ and √((1 - ᾱ) / ᾱ). Solvers of higher order need still fewer steps.
