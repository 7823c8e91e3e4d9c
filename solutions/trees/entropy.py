"""Entropy in bits, summed over the labels that occur.

Labels that do not occur contribute p log p -> 0, but computing it gives 0 · (-inf) = NaN; np.unique counts only what
occurs. The sum of p log2(1 / p) is the same as -Σ p log2 p, without the sign in front that makes a pure node -0.0. For
an empty node the sum is empty, and so 0.

O(n log n) time, for the sort inside np.unique.
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
# What changes with natural logarithms? The unit, nats instead of bits: a factor of log 2. Splits are ranked the same.
#
# What does it mean? It is a lower bound on the average number of yes-or-no questions needed per label, which is
# approached when many labels are asked for together.
