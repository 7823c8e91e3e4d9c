"""The flow matching loss

Flow matching moves noise to data along straight lines. At time t a sample is
at x_t, and its velocity is the same all the way. A model learns to predict
the velocity from x_t and t:

    x_t  = (1 − t) · x0 + t · x1        each sample with its own t
    loss = mean((model(x_t, t) − (x1 − x0))²)

The mean runs over all entries of all samples.

model    a function: model(x_t, t) takes the whole batch at once and the
         argument t itself, and returns an array of x0's shape; call it once
x0       (B, ...), noise
x1       (B, ...), data: vectors, images or anything else
t        (B,) numbers from 0 to 1, each sample's time
returns  a scalar

    >>> x0, x1 = np.array([[0.0, 2.0]]), np.array([[4.0, 2.0]])
    >>> t = np.array([0.25])  # x_t is [[1.0, 2.0]]
    >>> float(flow_matching_loss(lambda x, t: 0 * x, x0, x1, t))
    8.0
    >>> float(flow_matching_loss(lambda x, t: x, x0, x1, t))
    6.5

The velocity is [[4.0, 0.0]], so the second loss is (3² + 2²) / 2.

Edge cases
- one sample: B = 1
- any shape: x0 may have any number of axes, also only one, (B,)
- both ends: t may be exactly 0, where x_t is noise, or 1, where it is data
"""

import numpy as np


def flow_matching_loss(model, x0, x1, t):
    raise NotImplementedError
