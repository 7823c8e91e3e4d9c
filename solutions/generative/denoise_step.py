"""One DDPM reverse step with variance beta_t.

The mean is the posterior mean of x_{t-1} given x_t and the x0 that the predicted noise implies. Written in terms of the
noise, it needs this step's alpha for the rescaling, and the product of all alphas so far for how much noise x_t holds
in total. The product runs up to and including step t. At t = 0 the mean is the sample: noise added there would stay in
the result.

O(size of x_t + t) time.
"""

import numpy as np


def denoise_step(x_t, eps_pred, t, betas, noise):
    """A draw of x_{t-1} given x_t and the predicted noise; its mean at t = 0."""
    alpha = 1 - betas[t]
    alpha_bar = np.prod(1 - betas[: t + 1])
    mean = (x_t - betas[t] / np.sqrt(1 - alpha_bar) * eps_pred) / np.sqrt(alpha)
    if t == 0:
        return mean
    return mean + np.sqrt(betas[t]) * noise


# What an interviewer asks next
#
# Is beta_t the only choice of variance? The posterior's own is beta_t (1 − ᾱ_{t−1}) / (1 − ᾱ_t). It is exact if the
# data are a single point, and beta_t is exact if they are standard normal. With many steps the two nearly agree, and so
# do the samples.
#
# What does DDIM change? It sets the variance to 0, and jumps to the predicted x0 and back to any earlier noise level.
# The map is then deterministic, and 20 to 50 steps do the work of 1000.
#
# How does guidance enter? It changes eps_pred before the step: eps_uncond + w (eps_cond − eps_uncond), where w = 1 is
# plain conditioning and a larger w guides more strongly. The step itself stays as it is.
