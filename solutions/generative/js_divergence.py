"""Jensen-Shannon divergence: both distributions against their mean, which is zero only where both are.

Wherever p is positive the mean is at least p / 2, so each ratio is at most 2 and both divergences are at most log 2:
nothing can become infinite. Only the outcomes with p = 0 need care: they add nothing, and are left out before the
logarithm is taken. No epsilon is needed.

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
# What is its largest value, and when? log 2, when p and q have no outcome in common. Then it does not say how far apart
# they are, so its gradient is useless there. That is one reason why early GANs were hard to train.
#
# Is it a metric? Its square root is. KL is not: it is not symmetric, and the triangle inequality does not hold for it.
#
# What does it mean? Toss a fair coin and draw from p or q accordingly. The divergence is the information that the
# draw gives about the coin, so it cannot exceed one bit, which is log 2 nats.
