"""The load-balancing loss of a mixture of experts

A router that sends every token to its favorite expert may come to use only
a few of them. An auxiliary loss works against that. For n tokens and E
experts, with p[i] the softmax over the logits of token i:

    f_e  = the share of tokens whose largest logit is that of expert e
    P_e  = the mean of p[i, e] over all tokens
    loss = E · Σ_e f_e P_e

logits   (n, E), one router logit per token and expert
returns  the loss, a number

    >>> logits = np.log(np.array([[1.0, 3.0], [3.0, 1.0], [1.0, 3.0],
    ...                           [1.0, 3.0]]))
    >>> float(round(load_balance_loss(logits), 6))
    1.125

Here f = [0.25, 0.75] and P = [0.375, 0.625]. With P even, at 1/E each, the
loss is 1.

Edge cases
- one token: n = 1
- one expert: E = 1 gives 1
- unused experts: an expert may be the favorite of no token, also the last one
- ties: of equal largest logits, the lower index is the favorite
- large logits: up to ±1e4, without NaN and without a warning; one token's
  logits may be far below another's
"""

import numpy as np


def load_balance_loss(logits):
    raise NotImplementedError
