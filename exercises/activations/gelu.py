"""GELU with the exact normal CDF

The Gaussian error linear unit weighs x by the chance that a standard normal number lies below it:

    gelu(x) = x * Phi(x)      Phi = the cumulative distribution function of N(0, 1)

Use Phi itself, to 1e-6, not the tanh approximation that some models use.

x       an array of any shape
returns an array of x's shape

    >>> gelu(np.array([-1.0, 0.0, 2.0])).round(4)
    array([-0.1587,  0.    ,  1.9545])

Edge cases: far out on the left it is 0, on the right x itself. NumPy has no error function.
"""

import numpy as np


def gelu(x):
    raise NotImplementedError
