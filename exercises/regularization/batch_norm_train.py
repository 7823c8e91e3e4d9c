"""Batch normalisation in training, with running statistics

Normalise a batch by its own statistics, and fold them into the running ones that inference will need:

    out = gamma * (x - mean) / sqrt(var + eps) + beta        mean and var of each column of x
    new_running_mean = (1 - momentum) * running_mean + momentum * mean
    new_running_var = (1 - momentum) * running_var + momentum * var

The variance divides by n in both places.

x                          (n, d), one sample a row
gamma, beta                (d,)
running_mean, running_var  (d,), what the batches before have left; they stay as they are
momentum                   the weight of the new batch
returns (out (n, d), new_running_mean (d,), new_running_var (d,))

    >>> x = np.array([[1.0], [3.0]])
    >>> one, zero = np.array([1.0]), np.array([0.0])
    >>> out, mean, var = batch_norm_train(x, one, zero, running_mean=zero, running_var=np.array([5.0]))
    >>> out.round(4).tolist(), mean.round(4).tolist(), var.round(4).tolist()
    ([[-1.0], [1.0]], [0.2], [4.6])

Edge cases: a batch of one comes out as beta, and its variance of 0 counts like any other.
"""

import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    raise NotImplementedError
