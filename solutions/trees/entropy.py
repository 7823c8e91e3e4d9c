"""Entropy in bits, summed over the labels that occur.

Labels that do not occur contribute p log p -> 0, but computing it gives 0 · (-inf) = NaN; np.unique counts
only what is there. Writing log2(1 / p) instead of a minus sign in front keeps a pure node at 0 rather than at
-0.0, and the empty sum of an empty node is 0 as well.

O(n log n) time for sorting inside np.unique.
"""

import numpy as np


def entropy(y):
    """Bits per label: sum of p log2(1 / p)."""
    _, counts = np.unique(y, return_counts=True)
    shares = counts / len(y)
    return float(np.sum(shares * np.log2(1 / shares)))


# What an interviewer asks next
#
# What is its largest value for C classes? log2(C), when all are equally frequent.
#
# What changes with natural logarithms? The unit, nats instead of bits: a factor of log 2. Splits are ranked
# the same.
#
# What does it mean? It is the least average number of yes-or-no questions that identify a label drawn from
# the node.
