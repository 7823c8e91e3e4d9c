"""Information gain: how much entropy a split takes away, on average over the samples.

The weights matter: without them, a split that puts one sample aside could look as good as one that halves the node. An
empty side has weight 0, and its entropy is an empty sum, 0, so it needs no special case.

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
# Can it be negative? No: entropy is concave, so the average over the sides is at most that of the whole. It is 0
# exactly when both sides have the same shares of labels, or when one side is empty.
#
# What is it in information theory? The mutual information between the label and the side.
#
# What is its bias? It favors features with many values, such as an identifier, which cut the node into tiny pure
# pieces. C4.5 divides by the entropy of the split itself, which gives the gain ratio.
