"""Triplet loss with batch-hard mining

Samples of one label should be closer to each other than to those of other
labels, by a margin. Every sample of the batch is an anchor once. Its triplet
is the hardest of the batch:

    d_p = the distance to the farthest other sample with the anchor's label
    d_n = the distance to the nearest sample with another label
    loss of the anchor = max(0, d_p − d_n + margin)

Distances are Euclidean, not squared. Return the mean over all anchors that
have both a positive and a negative, those whose loss is 0 included.

embeddings  (n, d), used as they are
labels      (n,) integers, of any value
margin      a number, 0 or more; 1.0 by default
returns     a number, right to 1e-5

    >>> embeddings = np.array([[0.0], [1.0], [1.5], [9.0]])
    >>> labels = np.array([0, 0, 1, 2])
    >>> float(triplet_loss(embeddings, labels))
    1.0

Anchor 0 has d_p = 1 and d_n = 1.5, so it costs 0.5. Anchor 1 has d_p = 1 and
d_n = 0.5, so it costs 1.5. The other two have no positive.

Edge cases
- lone samples: an anchor without a positive, or without a negative, does not
  count in the mean
- no triplet: if no anchor has both, as for n = 1, return 0
- duplicates: equal embeddings have distance 0; another sample that equals the
  anchor is a positive if the labels agree, and a negative if not
- any labels: they may be negative or large, and need not be 0, 1, 2, …
- one feature: d = 1
"""

import numpy as np


def triplet_loss(embeddings, labels, margin=1.0):
    raise NotImplementedError
