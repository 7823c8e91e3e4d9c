"""tanh from the one exponential that cannot overflow.

Dividing numerator and denominator by exp(|x|) leaves only e = exp(-2|x|), which is in [0, 1] for every x; the
sign is put back afterwards, since tanh is odd. The definition itself is infinity over infinity beyond |x| = 710,
and choosing between two forms by np.where still computes the one that is thrown away, and warns of it.

O(size of x) time and memory.
"""

import numpy as np


def tanh(x):
    """Hyperbolic tangent of every entry, of x's shape."""
    e = np.exp(-2.0 * np.abs(x))
    return np.sign(x) * (1.0 - e) / (1.0 + e)


# What an interviewer asks next
#
# How are tanh and the sigmoid related? tanh(x) = 2 sigmoid(2x) - 1: the same curve, stretched and centered at
# 0.
#
# How exact is this near 0? 1 - e cancels: for x = 1e-10 only six digits are left. np.expm1(-2|x|) computes e
# - 1 without that loss.
#
# Why prefer tanh to the sigmoid in a hidden layer? Its outputs are centered, and its slope at 0 is 1 instead
# of 1/4.
