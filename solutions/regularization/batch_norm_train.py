"""Batch normalization in training: the batch's statistics now, an average of them for later.

The output uses the batch alone; the running statistics are only written. They are an exponential average,
in which the batch of k steps ago has the weight momentum * (1 - momentum)^k. So old batches, seen by an
older network, fade. New arrays are returned rather than the arguments overwritten: the caller decides when
the state moves on.

O(n * d) time and memory.
"""

import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    """The normalized batch, and the running mean and variance after it."""
    mean, var = x.mean(axis=0), x.var(axis=0)  # (d,)
    out = gamma * (x - mean) / np.sqrt(var + eps) + beta
    new_running_mean = (1 - momentum) * running_mean + momentum * mean
    new_running_var = (1 - momentum) * running_var + momentum * var
    return out, new_running_mean, new_running_var


# What an interviewer asks next
#
# Why not normalize by the running statistics in training too? Gradients flow through the batch's mean and
# variance. With constants in their place, gradient steps would work against the normalization, and
# parameters such as a bias could grow without bound.
#
# PyTorch keeps n / (n - 1) times the batch's variance in running_var. Does it matter? The running value
# estimates the variance of all data, for which that is unbiased. For batches of 32 the difference is
# 3 percent; here both places divide by n.
#
# What is momentum=0.1 elsewhere? Some frameworks weigh the old value with it, so our 0.1 is their 0.9.
#
# What about training on several machines? Each normalizes by its own part of the batch unless sums and
# squared sums are exchanged first ("synchronized" batch norm).
