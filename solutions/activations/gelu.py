"""GELU through the complementary error function.

Phi(x) = erfc(-x / sqrt(2)) / 2. With erf it is (1 + erf(x / sqrt(2))) / 2, which for x below -6 subtracts two
nearly equal numbers; erfc stays exact in the tail. The standard library's function takes one
number at a time, so np.vectorize calls it in a loop: convenient, not fast.

O(size of x) time and memory.
"""

import math

import numpy as np

_erfc = np.vectorize(math.erfc, otypes=[float])


def gelu(x):
    """x * Phi(x) for every entry, of x's shape."""
    return x * _erfc(-x / math.sqrt(2.0)) / 2.0


# What an interviewer asks next
#
# What is the tanh approximation, and how far off is it? x / 2 * (1 + tanh(sqrt(2 / pi) (x + 0.044715 x**3))),
# at most 5e-4. Weights trained with one form should be run with the same form.
#
# What is its derivative? Phi(x) + x phi(x), with phi the normal density.
#
# How does it differ from ReLU? It is smooth, and slightly negative left of 0, with a minimum of -0.17 near
# -0.75: small negative inputs keep a gradient.
