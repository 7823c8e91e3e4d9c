"""Hyperbolic tangent without np.tanh

    tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))      for each entry by itself

Compute it without calling np.tanh.

x       an array of any shape, with entries of any size
returns an array of x's shape

    >>> tanh(np.array([0.0, np.log(2.0), -np.log(3.0)]))
    array([ 0. ,  0.6, -0.8])

Edge cases: at 1000 and -1000 the result is 1 and -1, without a warning.
"""

import numpy as np


def tanh(x):
    raise NotImplementedError
