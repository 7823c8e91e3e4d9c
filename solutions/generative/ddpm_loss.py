"""The simplified DDPM loss: noise each sample to its own step, ask for the noise, average the squares.

The closed form of the forward process jumps to any step at once, so a batch can train on many steps without going
through them. ᾱ_t has one number per sample. Trailing axes of length 1 make it scale whole samples, whatever their
shape. Indices start at 0, as arrays do: alpha_bars[0] belongs to the first, slightest step.

O(size of x0), apart from the model's own cost.
"""

import numpy as np


def ddpm_loss(model, x0, t, alpha_bars, noise):
    """Mean squared error between ``noise`` and what ``model`` sees in the noised samples."""
    kept = alpha_bars[t].reshape(len(x0), *[1] * (x0.ndim - 1))  # (B,) -> (B, 1, ..., 1)
    x_t = np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise
    return np.mean((noise - model(x_t, t)) ** 2)


# What an interviewer asks next
#
# Why predict the noise rather than x0? Given x_t and t, either one yields the other, so it is a choice of weights:
# an error in the noise is √(ᾱ / (1 − ᾱ)) times an error in x0. Compared with equal weights on x0, equal weights on
# the noise stress the cleaner steps, where the fine detail is decided, and every step has targets of unit variance.
#
# Where does this loss come from? From the variational bound: each step's KL divergence is between two Gaussians of the
# same variance, so it is a squared difference of means, which is a weight times the squared difference of noises. Ho
# and colleagues dropped the weight and got better samples.
#
# The papers draw t from 1..T. Does it matter? Only for the numbering: with arrays indexed from 0, draw from 0..T - 1.
# Mixing the two shifts every sample by one step, and alpha_bars[t - 1] at t = 0 silently reads the last entry.
