"""Layer normalization over the last axis, with any axes before it.

Counting the axis from the end makes the one function serve vectors, batches and sequences, and keepdims leaves a
length-one axis for the statistics to broadcast along. gamma and beta have the shape of that last axis, so they
broadcast as they are. eps is inside the root: a constant row becomes 0 / sqrt(eps) = 0.

O(size of x) time and memory.
"""

import numpy as np


def layer_norm(x, gamma, beta, eps=1e-5):
    """Each slice along the last axis to mean 0 and variance 1, times gamma, plus beta."""
    mean = x.mean(axis=-1, keepdims=True)  # (..., 1)
    var = x.var(axis=-1, keepdims=True)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta


# What an interviewer asks next
#
# How does it differ from batch norm? Batch norm takes statistics per feature over the batch, so samples
# influence each other, and inference needs running statistics. Layer norm takes them per sample over its
# features, and does the same in training and at inference.
#
# Why do transformers use it? Sequences differ in length, batches may be small, and at generation a single
# token comes at a time: statistics over a batch would be poor or missing.
#
# What does RMS norm leave out? The mean and beta: x / sqrt(mean(x^2) + eps) * gamma, which is cheaper and
# does as well in practice.
#
# Pre-norm or post-norm? With the norm inside the residual branch (pre-norm) the identity path stays free,
# and deep stacks train without the warm-up that post-norm needs.
