"""Top-k filtering

Before a token is sampled, the unlikely ones are ruled out: keep the k largest scores as they are and set all
others to −∞, which a softmax turns into probability 0. Exactly k are kept; among equal scores those with the
lower index.

logits  (V,)
k       how many to keep, at least 1; with k >= V all are kept
returns (V,)

    >>> top_k_filter(np.array([1.0, 3.0, 2.0, 3.0]), 2)
    array([-inf,   3., -inf,   3.])
    >>> top_k_filter(np.array([1.0, 3.0, 1.0]), 2)
    array([  1.,   3., -inf])

Edge cases: many equal scores; a vocabulary of one; logits itself stays as it is.
"""

import numpy as np


def top_k_filter(logits, k):
    raise NotImplementedError
