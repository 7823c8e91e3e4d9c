"""Batch normalisation at inference

The network is deployed: a prediction must not depend on which other samples happen to share its batch.
Normalise by the statistics that training has gathered:

    out = gamma * (x - running_mean) / sqrt(running_var + eps) + beta

x                          (n, d), one sample a row; n = 1 is the common case
gamma, beta                (d,)
running_mean, running_var  (d,), from training
returns an array (n, d)

    >>> x = np.array([[3.0, 10.0]])
    >>> mean, var = np.array([1.0, 10.0]), np.array([4.0, 1.0])
    >>> batch_norm_inference(x, np.array([1.0, 1.0]), np.array([0.0, 7.0]), mean, var).round(4)
    array([[1., 7.]])

Edge cases: a running variance of 0; x far from the running mean, whose own statistics play no part.
"""

import numpy as np


def batch_norm_inference(x, gamma, beta, running_mean, running_var, eps=1e-5):
    raise NotImplementedError
