"""ReLU by an elementwise maximum.

np.maximum compares two arrays entry by entry, and a number broadcasts; np.max would reduce x to one entry. It
allocates its result, so the caller's array stays as it is.

O(size of x) time and memory.
"""

import numpy as np


def relu(x):
    """max(0, x) for every entry, of x's shape."""
    return np.maximum(x, 0.0)


# What an interviewer asks next
#
# Why ReLU and not a sigmoid? Its slope is 1 wherever it is on, so it does not shrink the gradient there, while a
# sigmoid's slope of at most 1/4 does at every layer. It also costs one comparison instead of an exponential.
#
# What is a dead unit? One that is off for every sample: its gradient is 0, so it never learns again. Large
# steps cause them; a leaky slope avoids them.
#
# Why not x * (x > 0)? For ordinary numbers it is the same, but minus infinity times 0 is NaN.
