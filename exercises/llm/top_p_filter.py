"""Top-p (nucleus) filtering

Top-k keeps a fixed number of tokens; top-p keeps as many as it takes. Turn the scores into probabilities with a
softmax, go through the tokens from the most to the least likely, and keep them until their probabilities add up to
at least p. The token that crosses p is kept too, so that what is kept is the smallest set that reaches p. Kept
scores stay as they are, all others become −∞.

logits  (V,)
p       0 < p <= 1
returns (V,)

    >>> logits = np.log(np.array([0.1, 0.5, 0.1, 0.3]))
    >>> top_p_filter(logits, 0.6).round(3)
    array([  -inf, -0.693,   -inf, -1.204])
    >>> top_p_filter(logits, 0.4).round(3)
    array([  -inf, -0.693,   -inf,   -inf])

Edge cases: among equally likely tokens those with the lower index come first; at least one token is always kept;
scores of thousands give neither NaN nor a warning; logits itself stays as it is.
"""

import numpy as np


def top_p_filter(logits, p):
    raise NotImplementedError
