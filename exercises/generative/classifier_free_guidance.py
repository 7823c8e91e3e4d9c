"""Classifier-free guidance

A diffusion model predicts the noise twice, without and with a condition such
as a prompt. Guidance follows the direction from the first prediction to the
second, and farther:

    eps = eps_uncond + scale · (eps_cond − eps_uncond)

eps_uncond  the noise predicted without the condition, any shape
eps_cond    the noise predicted with it, the same shape
scale       a number, the guidance scale
returns     an array of their shape

    >>> eps_uncond, eps_cond = np.array([1.0, 0.0]), np.array([2.0, -1.0])
    >>> classifier_free_guidance(eps_uncond, eps_cond, 3.0)
    array([ 4., -3.])

Edge cases
- small scales: 1 gives eps_cond and 0 gives eps_uncond; between them, and
  below 0, the formula holds as well
- any shape: from one number to images
"""

import numpy as np


def classifier_free_guidance(eps_uncond, eps_cond, scale):
    raise NotImplementedError
