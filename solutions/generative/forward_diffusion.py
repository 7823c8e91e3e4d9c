"""The forward process in closed form, each sample at its own step.

A chain of normal steps is again normal: what is left of the signal shrinks by √ᾱ_t, and the noises of all steps add up
to one of variance 1 − ᾱ_t. So a sample of variance 1 keeps variance 1. The lookup gives one number per sample.
Trailing axes of length 1 make it scale whole samples, whatever their shape.

O(size of x0) time and memory.
"""

import numpy as np


def forward_diffusion(x0, t, alpha_bars, noise):
    """√ᾱ_t · x0 + √(1 − ᾱ_t) · noise, with ᾱ_t looked up for each sample."""
    kept = alpha_bars[t].reshape(len(x0), *[1] * (x0.ndim - 1))  # (B,) -> (B, 1, ..., 1)
    return np.sqrt(kept) * x0 + np.sqrt(1 - kept) * noise


# What an interviewer asks next
#
# Why square roots? Variances add, deviations do not: the roots make ᾱ_t and 1 − ᾱ_t the two shares of the variance.
#
# How is the closed form derived? Two steps give √(α₁ α₀) x0 + √(α₁ (1 − α₀)) ε + √(1 − α₁) ε′, and the two noises are
# one of variance α₁ − α₁ α₀ + 1 − α₁ = 1 − α₁ α₀. The rest is induction.
#
# What is the point of the closed form? Training picks steps at random, and would otherwise have to go through all the
# steps before each.
