"""Top-k filtering: choose positions, not a threshold.

Keeping everything that reaches the k-th largest score keeps too many when scores are equal. A stable sort of the
negated scores lists the positions from best to worst, and equal scores by index. The first k of them are exactly the
ones to keep. A slice that asks for more than there are returns them all, so k ≥ V needs no special case.

O(V log V) time, O(V) memory.
"""

import numpy as np


def top_k_filter(logits, k):
    """``logits`` (V,) with all but the k largest at minus infinity; of equal ones, the lower index."""
    best = np.argsort(-logits, kind="stable")[:k]
    filtered = np.full(len(logits), -np.inf)
    filtered[best] = logits[best]
    return filtered


# What an interviewer asks next
#
# How do you avoid sorting everything? np.argpartition finds the k largest in O(V), but in no order, and it picks any
# of the equal ones. For exact ties, partition for the k-th value, keep all above it, and fill up with the first ones
# that equal it.
#
# Why −∞ and not a large negative number? exp(−∞) is exactly 0 for any other scores. After −1e9, dividing by a
# large temperature could bring the ruled-out tokens back.
#
# What is the weakness of a fixed k? Where the model is sure, k = 50 lets in nonsense. Where hundreds of tokens would
# do, it cuts good ones. Top-p adapts the number to the distribution.
