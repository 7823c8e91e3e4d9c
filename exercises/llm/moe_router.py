"""Routing tokens to experts

A mixture-of-experts layer sends each token to the k experts that its router scores highest, and weighs
their outputs by a softmax over the scores of those k alone.

logits   (n, E), a score for each token and expert, up to ±1e4
k        how many experts each token gets, from 1 to E
returns  (indices, weights), both (n, k): the chosen experts from the best down, and their weights in the
         same order

    >>> indices, weights = moe_router(np.array([[0.0, 5.0, 5.0 + np.log(3.0), 1.0]]), 2)
    >>> indices
    array([[2, 1]])
    >>> weights
    array([[0.75, 0.25]])

Edge cases: among equal scores the lower index comes first; the weights of a token sum to 1.
"""

import numpy as np


def moe_router(logits, k):
    raise NotImplementedError
