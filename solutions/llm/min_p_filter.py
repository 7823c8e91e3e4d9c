"""Min-p filtering: the probabilities relative to the largest are exp(logit − largest logit), so no sum is needed.

Dividing two probabilities cancels the softmax's denominator. The most likely token has the relative probability 1, so
it stays for every min_p up to 1, and a relative probability that underflows to 0 still stays for min_p = 0. The
exponents are at most 0, so nothing overflows.

O(V) time and memory.
"""

import numpy as np


def min_p_filter(logits, min_p):
    """``logits`` (V,) with those below ``min_p`` times the largest probability at minus infinity."""
    relative = np.exp(logits - np.max(logits))
    return np.where(relative >= min_p, logits, -np.inf)


# What an interviewer asks next
#
# Can it be done without an exponential? Yes, a token stays if its logit is at least the largest plus log(min_p). That
# needs a special case for min_p = 0, whose logarithm is −∞ with a warning.
#
# How does it differ from top-p where the model is unsure? With many plausible tokens the largest probability is low,
# so the threshold is low and many stay. Top-p keeps adding tokens until p is reached, and near the end these come from
# the unlikely tail. Min-p looks at each token by itself and never fills up with the tail.
#
# How do temperature and min-p work together? Filter at temperature 1 and sample at a higher one: the set of tokens is
# chosen by the model's own probabilities, and the temperature only flattens within it. After the temperature, a high
# one would let nearly everything pass.
