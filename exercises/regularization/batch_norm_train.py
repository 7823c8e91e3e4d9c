"""Batch normalization in training, with running statistics

Normalize a batch with its own statistics, and update the running ones that
inference will need:

    out = gamma * (x - mean) / sqrt(var + eps) + beta
    new_running_mean = (1 - momentum) * running_mean + momentum * mean
    new_running_var = (1 - momentum) * running_var + momentum * var

mean and var are taken over each column of x. The variance divides by n in
both places.

x             (n, d), one sample per row
gamma         (d,), a scale for each feature
beta          (d,), a shift for each feature
running_mean  (d,), from the earlier batches
running_var   (d,), from the earlier batches
momentum      the weight of the new batch; 0.1 by default
eps           a small positive number; 1e-5 by default
returns       a tuple: out (n, d), new_running_mean (d,) and
              new_running_var (d,)

    >>> x = np.array([[1.0], [3.0]])
    >>> one, zero = np.array([1.0]), np.array([0.0])
    >>> out, mean, var = batch_norm_train(
    ...     x, one, zero, running_mean=zero, running_var=np.array([5.0]))
    >>> out.round(4).tolist()
    [[-1.0], [1.0]]
    >>> mean.round(4).tolist(), var.round(4).tolist()
    ([0.2], [4.6])

Edge cases
- one sample: n = 1 works; out is beta, and the variance of 0 goes into the
  running variance like any other
- constant features: a column of equal values becomes its beta
- other momentum: any momentum from 0 to 1, both ends included
- small variance: eps is added inside the root, also where the variance is
  smaller than eps
- other eps: eps may be any positive number
"""

import numpy as np


def batch_norm_train(x, gamma, beta, running_mean, running_var, momentum=0.1, eps=1e-5):
    raise NotImplementedError
