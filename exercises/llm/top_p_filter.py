"""Top-p (nucleus) filtering

Top-k keeps a fixed number of tokens. Top-p keeps as many as it takes: turn
the scores into probabilities with a softmax, go from the most to the least
likely token, and keep tokens until their probabilities add up to at least
p. The token that crosses p is kept too. Kept scores stay unchanged, at their
positions. All others become −∞.

logits   (V,) scores
p        a number, 0 < p <= 1; no running sum of the probabilities is so close
         to p that rounding decides, except as in "exact sums" below
returns  an array (V,)

    >>> logits = np.log(np.array([0.1, 0.5, 0.1, 0.3]))
    >>> top_p_filter(logits, 0.6).round(3)
    array([  -inf, -0.693,   -inf, -1.204])
    >>> top_p_filter(logits, 0.4).round(3)
    array([  -inf, -0.693,   -inf,   -inf])

Edge cases
- one score: V = 1
- ties: among equally likely tokens, the lower index comes first, also in
  long rows
- exact sums: if all scores are equal, the probabilities may sum to p exactly,
  and p is then reached; at p = 1 all tokens are kept
- large scores: in the thousands, without NaN and without a warning
"""

import numpy as np


def top_p_filter(logits, p):
    raise NotImplementedError
