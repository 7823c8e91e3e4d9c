"""DDPM sampling: from pure noise back to a sample, one reverse step at a time.

The alphas and their running product depend only on the schedule, so they are computed once. Each step takes a share of
the predicted noise out, undoes the shrinking of the forward step, and adds fresh noise of variance beta_t, which keeps
the chain at the noise level that the model was trained for. The last step adds none: it would stay in the sample.

O(T) calls of the model, O(size of x) memory.
"""

import numpy as np


def ddpm_sample(model, shape, betas, rng):
    """A batch of the given shape, drawn by the reverse process."""
    alphas = 1 - betas
    alpha_bars = np.cumprod(alphas)
    x = rng.standard_normal(shape)
    for t in reversed(range(len(betas))):
        x = (x - betas[t] / np.sqrt(1 - alpha_bars[t]) * model(x, t)) / np.sqrt(alphas[t])
        if t > 0:
            x = x + np.sqrt(betas[t]) * rng.standard_normal(shape)
    return x


# What an interviewer asks next
#
# Why is sampling slow, and what helps? It takes T calls of the network, one after the other. Skip steps (DDIM), use a
# higher-order solver of the underlying differential equation, or distill the chain into a few steps.
#
# Why add noise on the way back at all? These means alone shrink the variance, and the noise of variance beta_t restores
# it. A deterministic sampler needs other coefficients (DDIM).
#
# Why not clip x at every step? You may clip the x0 that the prediction implies to the range of the data, which steadies
# early steps. Clipping x_t itself is wrong: it is a noisy quantity and has no such range.
