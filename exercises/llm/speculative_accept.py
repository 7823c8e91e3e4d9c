"""Speculative decoding: which drafted tokens survive

A small draft model has proposed k tokens, and the large target model has scored all of them in one pass.
Keep as many as possible, yet so that what comes out is distributed exactly as if the target had sampled it.
Go through the positions in order:

    accept tokens[i] with probability min(1, p[i, tokens[i]] / q[i, tokens[i]])
    on the first rejection emit one token drawn from max(p[i] − q[i], 0), divided by its sum, and stop

p        (k, V), the target's probabilities at each position
q        (k, V), the draft's; token i was drawn from q[i], so its probability there is above 0
tokens   (k,), the drafted tokens
rng      a numpy.random.Generator; every position is decided by a fresh uniform number
returns  the list of emitted tokens, ints: the accepted ones and after them, if one was rejected, the one drawn
         in its place

    >>> p = np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    >>> q = np.array([[0.5, 0.25, 0.25], [0.25, 0.75, 0.0], [1.0, 0.0, 0.0]])
    >>> speculative_accept(p, q, np.array([1, 1, 0]), np.random.default_rng(0))
    [1, 2]

The first token is certain to be accepted (0.5 against 0.25), the second certain to be rejected, and the
rest of p[1] beyond q[1] lies on token 2 alone.

Edge cases: where all k are accepted, those k come back alone (no further token is sampled); where p equals
q nothing is rejected.
"""

import numpy as np


def speculative_accept(p, q, tokens, rng):
    raise NotImplementedError
