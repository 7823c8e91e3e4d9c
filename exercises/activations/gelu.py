"""GELU with the exact normal CDF

The Gaussian error linear unit weighs x by the probability that a standard
normal number lies below it:

    gelu(x) = x * Phi(x)

Phi is the cumulative distribution function of N(0, 1). Be exact to 1e-6: the
tanh approximation that many models use is not.

NumPy has no error function. The standard library may be used, and math.erf
takes one number at a time; SciPy is not available.

x        floats, an array of any shape
returns  an array of x's shape

    >>> gelu(np.array([-1.0, 0.0, 2.0])).round(4)
    array([-0.1587,  0.    ,  1.9545])

Edge cases
- far out: far left the result is 0, far right x itself
- shape (): x may be a single number such as np.array(0.5)
"""

import numpy as np


def gelu(x):
    raise NotImplementedError
