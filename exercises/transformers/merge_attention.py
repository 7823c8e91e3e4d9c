"""Merging attention over blocks of keys

Several devices each hold one block of the keys and values. Each computes
attention over its own block, and keeps two things per query: the softmax
average of the block's values, and the logarithm of the block's sum of
exponentials. For block b with keys j and scaled scores s_j:

    log_sums[b] = log Σ_j exp(s_j)
    outputs[b]  = Σ_j exp(s_j) v_j / Σ_j exp(s_j)

Merge them into attention over the keys of all blocks together. You have no
scores, keys or values, and you do not need them.

outputs   (n, T, d), the outputs of n blocks for T queries
log_sums  (n, T)
returns   (output, log_sum), with shapes (T, d) and (T,): what one block with
          all the keys would have

    >>> outputs = np.array([[[1.0, 0.0]], [[5.0, 4.0]]])
    >>> log_sums = np.log(np.array([[1.0], [3.0]]))
    >>> output, log_sum = merge_attention(outputs, log_sums)
    >>> output.round(6), np.exp(log_sum).round(6)
    (array([[4., 3.]]), array([4.]))

The second block has three times the first one's sum, so its output counts
three times as much.

Edge cases
- one block: n = 1 gives that block's output and log_sum
- empty blocks: where a query sees no key of a block, that log_sum is −∞ and
  that output is 0; this can be so for several blocks, also for the first
  ones, but never for all blocks of a query; no NaN comes out
- large sums: log_sums up to ±1e4, without NaN and without a warning
- queries far apart: one query's log_sums may be thousands below another's
"""

import numpy as np


def merge_attention(outputs, log_sums):
    raise NotImplementedError
