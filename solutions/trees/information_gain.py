"""Information gain: the entropy that a split takes away, on average over the samples.

The weights matter: without them a split that puts one sample aside would look as good as one that halves the
node. An empty side has weight 0 and, as an empty sum, entropy 0, so it needs no special case.

O(n log n) time.
"""

import numpy as np


def information_gain(y, left):
    """Entropy of y minus the weighted entropies of y[left] and the rest."""
    share = np.mean(left)
    return _entropy(y) - share * _entropy(y[left]) - (1 - share) * _entropy(y[~left])


def _entropy(y):
    """Bits per label; 0 for no labels."""
    _, counts = np.unique(y, return_counts=True)
    shares = counts / len(y)
    return -np.sum(shares * np.log2(shares))


# What an interviewer asks next
#
# Can it be negative? No: entropy is concave, so the average over the sides is at most that of the whole. It
# is 0 just when both sides have the same shares.
#
# What is it in information theory? The mutual information between the label and the side.
#
# What is its bias? Towards features with many values, such as an identifier, that cut the node into pure
# crumbs. C4.5 divides by the entropy of the split itself, the gain ratio.
