"""Leaky ReLU as positive part plus slope times negative part.

Each entry has exactly one of the two parts, so the sum is right for every slope. The popular max(slope * x,
x) picks the larger of the two lines, which is the right one only while the slope is at most 1.

O(size of x) time and memory.
"""

import numpy as np


def leaky_relu(x, slope=0.01):
    """x where it is positive, slope * x elsewhere, of x's shape."""
    return np.maximum(x, 0.0) + slope * np.minimum(x, 0.0)


# What an interviewer asks next
#
# What is the slope for? A unit that is off for every sample still gets a gradient, so it can come back.
#
# And if the slope is learned? That is PReLU: one slope per channel, with a gradient of sum(dout * min(x, 0)).
#
# What do ELU and GELU have that this lacks? No kink at 0 (ELU with its usual alpha of 1), and a mean activation
# that is nearer to 0; they cost an exponential or an error function.
