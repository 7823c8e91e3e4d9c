"""Min-p filtering

Keep every token that is likely enough compared with the most likely one:
with the softmax of the logits as probabilities, a token stays if its
probability is at least min_p times the largest. Kept logits stay unchanged,
at their positions. All others become −∞.

logits   (V,) scores
min_p    a number, 0 <= min_p <= 1; no probability is so close to min_p
         times the largest that rounding decides
returns  an array (V,)

    >>> logits = np.log(np.array([0.15, 0.5, 0.05, 0.3]))
    >>> min_p_filter(logits, 0.25).round(3)
    array([-1.897, -0.693,   -inf, -1.204])

A quarter of 0.5 is 0.125, and only 0.05 is below that.

Edge cases
- one score: V = 1 keeps it
- min_p of 1: all tokens that share the largest logit stay
- min_p of 0: all tokens stay, also very unlikely ones, without a warning
- large scores: up to ±1e4, without NaN and without a warning
"""

import numpy as np


def min_p_filter(logits, min_p):
    raise NotImplementedError
