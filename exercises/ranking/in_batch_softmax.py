"""In-batch softmax for a two-tower model

A retrieval model embeds queries and items. In a batch of n pairs, query i
belongs to item i, and the other items of the batch serve as its negatives.
Popular items occur in more batches, so they would be pushed away too often.
Subtracting the logarithm of each item's sampling probability corrects that:

    logits_ij = queries_i · items_j / temperature − log_q_j
    loss = mean over i of −log( exp(logits_ii) / Σ_j exp(logits_ij) )

The correction applies to all items, to the right one (j = i) too. The rows
are used as they are, without scaling them to length 1.

queries      (n, d)
items        (n, d)
log_q        (n,), the natural logarithm of each item's sampling probability
temperature  a positive number
returns      a number: one direction only, from queries to items

    >>> queries = np.array([[1.0, 0.0], [0.0, 1.0]])
    >>> items = np.array([[2.0, 0.0], [2.0, 2.0]])
    >>> log_q = np.log(np.array([0.2, 0.1]))
    >>> round(float(in_batch_softmax(queries, items, log_q, 1.0)), 6)
    0.582044

Query 0 has the same product with both items. Item 1 is drawn half as often,
so its probability is 2/3, and query 0 costs log 3. Query 1 costs 0.0655.

Edge cases
- one pair: n = 1 has no negatives, so the loss is 0
- one feature: d = 1
- repeated items: an item that is in the batch twice counts twice, as a
  negative too
- large logits: up to ±1e4; the loss stays finite, without a warning
"""

import numpy as np


def in_batch_softmax(queries, items, log_q, temperature):
    raise NotImplementedError
