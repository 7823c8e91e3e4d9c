"""Hyperbolic tangent without np.tanh

Elementwise, compute

    tanh(x) = (exp(x) - exp(-x)) / (exp(x) + exp(-x))

Do not call np.tanh.

x        floats, an array of any shape, with entries of any size
returns  an array of x's shape

    >>> tanh(np.array([0.0, np.log(2.0), -np.log(3.0)]))
    array([ 0. ,  0.6, -0.8])

Edge cases
- large entries: at 1000 and -1000 the result is 1 and -1 to 1e-12, without a
  warning
- float32: float32 entries up to ±80 work as well
- shape (): x may be a 0-d array, such as np.array(0.5)
"""

import numpy as np


def tanh(x):
    raise NotImplementedError
