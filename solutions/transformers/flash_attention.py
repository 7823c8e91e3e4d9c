"""Attention by blocks of keys, with an online softmax.

For one query, the result is o / l with l = Σ exp(s_j - m) and o = Σ exp(s_j - m) v_j, whatever m is. Both sums can be
built up a block at a time. When a block raises the maximum from m to m', every term that was added before has
exp(s - m) where exp(s - m') is needed. One factor exp(m - m') <= 1 corrects them all, so nothing ever overflows. The
division comes once, at the end.

O(T² d) time, as for plain attention, but O(T · (block + d)) memory instead of O(T²).
"""

import numpy as np


def flash_attention(Q, K, V, block_size):
    """softmax(Q Kᵀ / √d) V, looking at ``block_size`` keys at a time."""
    T, d = Q.shape
    highest = np.full((T, 1), -np.inf)  # of the scores seen so far, for each query
    total = np.zeros((T, 1))  # sum of exp(score - highest)
    out = np.zeros((T, d))  # sum of exp(score - highest) * value
    for start in range(0, T, block_size):
        block = slice(start, start + block_size)
        scores = Q @ K[block].T / np.sqrt(d)  # (T, block)
        raised = np.maximum(highest, np.max(scores, axis=1, keepdims=True))
        shrink = np.exp(highest - raised)  # 0 in the first block, 1 where the maximum stays
        weights = np.exp(scores - raised)
        total = shrink * total + np.sum(weights, axis=1, keepdims=True)
        out = shrink * out + weights @ V[block]
        highest = raised
    return out / total


# What an interviewer asks next
#
# Why is it faster on a GPU, when it does no less arithmetic? Plain attention writes the T × T scores to main memory
# and reads them back, twice. Here a block of Q, K and V fits into fast on-chip memory, and the scores never leave it.
#
# How does the backward pass work without the stored weights? It keeps only highest + log(total) for each query, and
# recomputes each block's weights from Q and K when it needs them. That trades cheap arithmetic for scarce memory.
#
# How would a causal mask fit in? Blocks that are entirely in the future are skipped, which saves about half of the
# work. Only the blocks on the diagonal need a mask.
#
# Why not normalize after every block? That is right if the old output is weighted by the old sum each time, but it
# costs a division per block. Unnormalized sums need one division, at the end.
