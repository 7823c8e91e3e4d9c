"""Leaky ReLU

Like ReLU, but the negative side has a slope instead of 0:

    leaky_relu(x) = x            where x > 0
                    slope * x    elsewhere

x        floats, an array of any shape
slope    a number, 0.01 by default
returns  an array of x's shape

    >>> leaky_relu(np.array([-2.0, 0.0, 3.0]), slope=0.5)
    array([-1.,  0.,  3.])

Edge cases
- other slopes: 0, above 1 and below 0
- shape (): x may be a 0-d array, such as np.array(-2.0)
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    raise NotImplementedError
