"""In-batch softmax with the log-q correction: cross-entropy over a matrix of scores whose diagonal is right.

log_q broadcasts over the rows, so it changes columns, which are items. A number per row would cancel in the softmax.
With each row's largest logit subtracted, no exponential overflows, and every sum is at least 1.

O(n² d) time, O(n²) memory.
"""

import numpy as np


def in_batch_softmax(queries, items, log_q, temperature):
    """The mean cross-entropy of matching each query with its item among all items of the batch."""
    logits = queries @ items.T / temperature - log_q  # (n, n)
    logits = logits - np.max(logits, axis=1, keepdims=True)
    losses = np.log(np.sum(np.exp(logits), axis=1)) - np.diag(logits)  # (n,)
    return np.mean(losses)


# What an interviewer asks next
#
# Why does subtracting log q remove the bias? A softmax over all items would sum exp(s_j). An item that is drawn with
# probability q_j stands for 1 / q_j items, so exp(s_j) / q_j = exp(s_j − log q_j) estimates that sum without bias.
#
# Is the correction used when the model serves? No. It corrects the sampling of the training batches. At serving
# time, items are ranked by the product alone, which a nearest-neighbor index finds quickly.
#
# Where does q come from on a stream of data? Estimate for each item how many steps pass between two occurrences, as
# a moving average in a hash table. Its inverse is the sampling probability.
#
# Which negatives does such a batch lack? Items that are rarely clicked, as the batch holds only positives of some
# query. Mixing in items drawn uniformly from all items fixes that. Hard negatives, such as items that were shown and
# skipped, sharpen the ranking.
