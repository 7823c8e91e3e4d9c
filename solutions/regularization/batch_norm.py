"""Batch normalization with the statistics of the batch at hand.

Mean and variance are taken down the batch, so they have shape (d,) and broadcast against the rows without any
reshaping. eps is inside the root: it is added to a variance, and a constant feature becomes 0 / sqrt(eps) = 0.
The variance describes this batch and estimates nothing, so dividing by n is right.

O(n * d) time and memory.
"""

import numpy as np


def batch_norm(x, gamma, beta, eps=1e-5):
    """Each column to mean 0 and variance 1 over the batch, times gamma, plus beta."""
    mean, var = x.mean(axis=0), x.var(axis=0)  # (d,)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


# What an interviewer asks next
#
# Why undo the normalization with gamma and beta? So that the layer can still represent what it could before, the
# identity included. Scale and shift are now separate parameters, learned directly.
#
# Why is a bias in the layer before it useless? Subtracting the mean removes it; beta takes its place.
#
# What breaks for a batch of one? Every feature equals its own mean, so the output is beta for any input. Running
# statistics exist for this, and for inference.
#
# What about images (N, C, H, W)? One mean and variance per channel, over N, H and W: axis=(0, 2, 3) with
# keepdims.
