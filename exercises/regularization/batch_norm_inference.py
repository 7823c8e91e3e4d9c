"""Batch normalization at inference

A prediction must not depend on the other samples in its batch, so normalize
with the statistics from training:

    out = gamma * (x - running_mean) / sqrt(running_var + eps) + beta

x             (n, d), one sample per row
gamma         (d,), a scale for each feature
beta          (d,), a shift for each feature
running_mean  (d,), from training
running_var   (d,), from training; entries are 0 or more
eps           a small positive number; 1e-5 by default
returns       an array (n, d)

    >>> x = np.array([[3.0, 10.0]])
    >>> gamma, beta = np.array([1.0, 1.0]), np.array([0.0, 7.0])
    >>> mean, var = np.array([1.0, 10.0]), np.array([4.0, 1.0])
    >>> batch_norm_inference(x, gamma, beta, mean, var).round(4)
    array([[1., 7.]])

Edge cases
- one sample: n = 1 works, and the result keeps its two axes
- other batches: x may be constant or far from the running mean; the
  statistics of x itself are not used
- small variance: eps is added inside the root, also where the running
  variance is smaller than eps, or 0
- other eps: eps may be any positive number
"""

import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    raise NotImplementedError
