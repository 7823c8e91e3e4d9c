"""Top-k filtering

Before a token is sampled, the unlikely ones are ruled out. Keep the k
largest scores as they are, at their own positions. Set all others to −∞,
which a softmax turns into probability 0. Keep exactly k.

logits   (V,) scores
k        how many to keep, at least 1
returns  an array (V,)

    >>> top_k_filter(np.array([1.0, 3.0, 2.0, 3.0]), 2)
    array([-inf,   3., -inf,   3.])
    >>> top_k_filter(np.array([1.0, 3.0, 1.0]), 2)
    array([  1.,   3., -inf])

Edge cases
- one score: V = 1
- large k: with k >= V, keep all scores
- ties: equal scores, the lower index first, also among hundreds of them;
  scores that differ by 1e-13 are no tie
"""

import numpy as np


def top_k_filter(logits, k):
    raise NotImplementedError
