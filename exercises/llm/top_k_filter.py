"""Top-k filtering

Before a token is sampled, top-k filtering rules out the unlikely ones. Keep
exactly the k largest scores, unchanged and at their positions. Set all others
to −∞, which a softmax turns into probability 0.

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
- ties: of equal scores, the lower indices are kept, also among hundreds;
  scores that differ by 1e-13 do not tie
"""

import numpy as np


def top_k_filter(logits, k):
    raise NotImplementedError
