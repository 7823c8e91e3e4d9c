"""The sigmoid without an exponential that can overflow.

There are two equal forms: 1 / (1 + exp(-z)), safe for z >= 0, and exp(z) / (1 + exp(z)), safe for z <= 0. On its safe
side, each has the denominator 1 + exp(-|z|), and its numerator, 1 or exp(z), is exp(min(z, 0)). So one expression
serves both sides, no exponent is positive, and tiny results keep their digits.

O(size of z) time and memory.
"""

import numpy as np


def sigmoid(z):
    """1 / (1 + exp(-z)), elementwise, for a scalar or any shape."""
    return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


# What an interviewer asks next
#
# What is its derivative? s (1 - s), at most 1/4: each sigmoid layer scales the gradient by at most 1/4, before the
# weights.
#
# Why does np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z))) still warn? np.where chooses between two
# arrays that have both been computed in full. Index with a mask, or keep the exponents at or below 0.
#
# How does it relate to tanh and softmax? sigmoid(z) = (1 + tanh(z / 2)) / 2, and it is the softmax of (z, 0).
