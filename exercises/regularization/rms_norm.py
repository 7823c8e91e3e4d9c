"""RMS normalization

Many language models use this in place of layer normalization. Divide by the
root mean square of the features. Subtract no mean, and add no shift:

    out = gamma * x / sqrt(mean(x ** 2) + eps)

The mean is taken over the last axis of x.

x        (..., d), such as (batch, d) or (batch, steps, d)
gamma    (d,), a scale for each feature
eps      a small positive number; 1e-6 by default
returns  an array of x's shape

    >>> x = np.array([[3.0, 4.0], [0.0, 0.0]])
    >>> rms_norm(x, np.array([5.0, 10.0])).round(4)
    array([[ 4.2426, 11.3137],
           [ 0.    ,  0.    ]])

Edge cases
- leading axes: any number of them; a single vector (d,) has none
- one feature: d = 1 works
- rows of zeros: they stay zero
- small entries: eps is added inside the root, also where the mean square is
  smaller than eps
- other eps: eps may be any positive number
"""

import numpy as np


def rms_norm(x, gamma, eps=1e-6):
    raise NotImplementedError
