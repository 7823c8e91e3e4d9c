"""Jensen-Shannon divergence: both distributions against their mean, which is zero only where both are.

Wherever p is positive the mean is at least p / 2, so each ratio is at most 2 and both divergences are at most log 2:
nothing can become infinite. What is left to do is to leave out the outcomes with p = 0, which add nothing, before
the logarithm is taken. No epsilon is needed.

O(k) time and memory.
"""

import numpy as np


def js_divergence(p, q):
    """½ KL(p ‖ m) + ½ KL(q ‖ m) with m = (p + q) / 2, in nats: between 0 and log 2."""
    m = (p + q) / 2
    return (divergence(p, m) + divergence(q, m)) / 2


def divergence(p, m):
    """KL(p ‖ m) where m is positive wherever p is."""
    taken = p > 0
    return np.sum(p[taken] * np.log(p[taken] / m[taken]))


# What an interviewer asks next
#
# What is its largest value, and when? log 2, when p and q have no outcome in common. It tells nothing about how far
# apart they are then, so its gradient is of no use there: a reason why early GANs were hard to train.
#
# Is it a metric? Its square root is. KL is none: it is neither symmetric nor does it obey the triangle inequality.
#
# What does it mean? Draw from p or q by a fair coin: it is the information that the sample gives about the coin, so
# it cannot exceed one bit, which is log 2 nats.
