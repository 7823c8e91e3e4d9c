"""A sigmoid that does not overflow

Map any real number to (0, 1):

    sigmoid(z) = 1 / (1 + exp(-z))

z       a number, or an array of any shape, with entries up to ±1000
returns the same shape; a scalar for a scalar

    >>> sigmoid(np.array([0.0, np.log(3.0), -1000.0]))
    array([0.5 , 0.75, 0.  ])

Edge cases: exp(1000) overflows, and must not be computed even where the result would come out right: no
warning may appear. sigmoid(1000) is 1 and sigmoid(-1000) is 0.
"""

import numpy as np


def sigmoid(z):
    raise NotImplementedError
