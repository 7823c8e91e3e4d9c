"""Routing tokens to experts

A mixture-of-experts layer sends each token to the k experts that its router
scores highest. It weighs their outputs by a softmax over the scores of
those k experts alone.

logits   (n, E), one score per token and expert
k        how many experts each token gets, from 1 to E
returns  (indices, weights), both (n, k): the chosen experts from the best
         down, as integers, and their weights in the same order

    >>> logits = np.array([[0.0, 5.0, 5.0 + np.log(3.0), 1.0]])
    >>> indices, weights = moe_router(logits, 2)
    >>> indices
    array([[2, 1]])
    >>> weights
    array([[0.75, 0.25]])

Edge cases
- one expert: E = 1
- ties: of equal scores, the lower index comes first, also among dozens of
  experts; scores that differ by 1e-13 do not tie
- large scores: up to ±1e4, without NaN and without a warning
- tokens far apart: one token's scores may be hundreds below another's
"""

import numpy as np


def moe_router(logits, k):
    raise NotImplementedError
