"""Merging attention: a weighted mean of the outputs, with a softmax over the blocks' log-sums as the weights.

A block's sum of exponentials is the weight that its output was divided by. Multiplied by it again, the outputs can be
added, and the total sum divides once. Everything relative to each query's largest log-sum is at most 1, so nothing
overflows; that one is finite, so a block that saw nothing has the weight exp(−∞) = 0 and not NaN.

O(n T d) time, O(n T + T d) memory.
"""

import numpy as np


def merge_attention(outputs, log_sums):
    """The output (T, d) and log-sum (T,) over the keys of all blocks."""
    highest = log_sums.max(axis=0)  # (T,), finite
    sums = np.exp(log_sums - highest)  # (n, T), the largest is 1
    total = sums.sum(axis=0)
    output = np.einsum("nt,ntd->td", sums / total, outputs)
    return output, highest + np.log(total)


# What an interviewer asks next
#
# Where is this used? FlashAttention merges the blocks of keys one by one. FlashDecoding divides the cache of one long
# sequence among many workers of a GPU, so that a single query keeps all of them busy, and merges in the end. Ring
# attention keeps a part of the sequence on each device, and the parts pass around.
#
# Does the order of the merges matter? Not in exact arithmetic: merging is associative and commutative, so blocks can
# be merged in a tree or as they arrive. Rounding differs by the order, so results can change in the last digits from
# run to run.
#
# Why keep one logarithm instead of a maximum and a sum? The two only occur together: m + log l says the same as the
# pair (m, l). It is one number per query instead of two, it is what the backward pass needs to compute the weights
# again, and it can be large where the sum itself would overflow.
#
# What goes wrong with a running merge that starts from −∞? If the first block is empty for a query, the old and the
# new log-sum are both −∞, and −∞ − (−∞) is NaN. Replace a maximum of −∞ by 0 before subtracting it, or skip such
# blocks.
