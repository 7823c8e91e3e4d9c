"""A sigmoid that does not overflow

Map real numbers to values from 0 to 1. Elementwise,

    sigmoid(z) = 1 / (1 + exp(-z))

z        a number, or an array of any shape
returns  an array of z's shape; a scalar for a scalar

    >>> sigmoid(np.array([0.0, np.log(3.0), -1000.0]))
    array([0.5 , 0.75, 0.  ])

Edge cases
- scalars: z may be a Python float or a 0-d array, of shape (); the result is
  then a scalar
- large z: up to ±1000 (±80 in float32), without a warning;
  sigmoid(1000) is 1, and sigmoid(-1000) is 0 or at most 1e-30
"""

import numpy as np


def sigmoid(z):
    raise NotImplementedError
