"""Leaky ReLU

As ReLU, but the negative side keeps a slope of its own:

    leaky_relu(x) = x            where x > 0
                    slope * x    elsewhere

x       an array of any shape
slope   any number, 0.01 unless told otherwise
returns an array of x's shape

    >>> leaky_relu(np.array([-2.0, 0.0, 3.0]), slope=0.5)
    array([-1.,  0.,  3.])

Edge cases: slopes of 0, above 1 and below 0 work; x itself stays as it is.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    raise NotImplementedError
