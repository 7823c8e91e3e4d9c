"""Group normalization

Normalize every image by itself, one group of channels after the other. Then
scale and shift each channel:

    x_hat = (x - mean) / sqrt(var + eps)
    out = gamma * x_hat + beta

A group is C / n_groups neighboring channels: of 6 channels in 2 groups, the
first group is channels 0, 1 and 2. mean and var are taken over all channels,
rows and columns of one group of one image. The variance divides by the number
of these entries.

x         (N, C, H, W)
gamma     (C,), a scale for each channel
beta      (C,), a shift for each channel
n_groups  how many groups there are, 1 or more
eps       a small positive number; 1e-5 by default
returns   an array of x's shape

    >>> x = np.array([1.0, 3.0, 5.0, 5.0, 30.0, 50.0]).reshape(1, 3, 1, 2)
    >>> gamma, beta = np.ones(3), np.array([0.0, 0.0, 7.0])
    >>> group_norm(x, gamma, beta, 3).round(4).reshape(3, 2)
    array([[-1.,  1.],
           [ 0.,  0.],
           [ 6.,  8.]])
    >>> group_norm(x[:, :2], gamma[:2], beta[:2], 1).round(4).reshape(2, 2)
    array([[-1.5076, -0.3015],
           [ 0.9045,  0.9045]])

Edge cases
- one group: n_groups = 1 normalizes all channels of an image together
- one channel per group: n_groups = C normalizes each channel by itself
- constant groups: where all entries of a group are equal, as in a group of
  one entry, a channel becomes its beta
- small variance: eps is added inside the root, also where the variance is
  smaller than eps
- other eps: eps may be any positive number
- unequal groups: if C is not a multiple of n_groups, which includes
  n_groups > C, raise ValueError
"""

import numpy as np


def group_norm(x, gamma, beta, n_groups, eps=1e-5):
    raise NotImplementedError
