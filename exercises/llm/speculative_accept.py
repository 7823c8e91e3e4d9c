"""Speculative decoding: accept or resample

A small draft model has proposed k tokens, and the large target model has
scored all of them in one pass. Keep as many as possible, so that the result
is distributed exactly as if the target had sampled it. Go through the
positions in order:

- Accept tokens[i] with probability
  min(1, p[i, tokens[i]] / q[i, tokens[i]]).
- At the first rejection, emit one token drawn from max(p[i] − q[i], 0),
  divided by its sum, in place of the rejected one. Then stop.

p        (k, V), the target's probabilities at each position
q        (k, V), the draft's; q[i, tokens[i]] is above 0
tokens   (k,) integers, the drafted tokens
rng      a numpy.random.Generator; decide each position with its own uniform
         number from it
returns  the list of emitted tokens, ints: the accepted ones, followed by
         the replacement if one was rejected

    >>> p = np.array([[0.5, 0.5, 0.0], [0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
    >>> q = np.array([[0.5, 0.25, 0.25], [0.25, 0.75, 0.0], [1.0, 0.0, 0.0]])
    >>> tokens = np.array([1, 1, 0])
    >>> speculative_accept(p, q, tokens, np.random.default_rng(0))
    [1, 2]

The first token is always accepted, as p is larger there. The second is
always rejected, and only token 2 has p[1] above q[1].

Edge cases
- one token: with a vocabulary of one, V = 1, nothing is rejected
- all accepted: return the k tokens alone, without sampling a further one;
  where p equals q, nothing is rejected
- ruled out: a token with p = 0 is always rejected, and no token with p <= q
  is ever drawn in its place
- long drafts: hundreds of positions, or a vocabulary of hundreds
- same seed: a generator in the same state gives the same tokens
"""

import numpy as np


def speculative_accept(p, q, tokens, rng):
    raise NotImplementedError
