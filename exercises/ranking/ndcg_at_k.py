"""nDCG, the ranking metric

Rank the items by descending score. The first k of them earn a gain for their
relevance, and a later rank earns less. Divide by what the ideal order earns,
which ranks all n items by descending relevance.

    DCG  = Σ over ranks r = 1 … k of (2^rel_r − 1) / log2(r + 1)
    nDCG = DCG of the order by score / DCG of the ideal order

Here rel_r is the relevance of the item at rank r. Both sums end after k, and
the ideal one may hold items that the scores do not rank among the first k.

relevance  (n,) floats from 0 to 10, whole or not; n >= 1
scores     (n,) floats; a higher score ranks first
k          an integer, at least 1
returns    a number between 0 and 1

    >>> relevance = np.array([1.0, 0.0, 2.0])
    >>> scores = np.array([0.9, 0.5, 0.1])
    >>> round(float(ndcg_at_k(relevance, scores, 2)), 6)
    0.275412

The item of relevance 1 ranks first and earns 1 / log2(2). The ideal order
earns 3 / log2(2) + 1 / log2(3).

Edge cases
- ties: of equal scores the lower index ranks first, also among dozens of
  items; scores that differ by 1e-13 do not tie
- few items: if k is above n, both sums run over all n items
- one item: n = 1
- nothing relevant: if all grades are 0, return 0
"""

import numpy as np


def ndcg_at_k(relevance, scores, k):
    raise NotImplementedError
