"""KL divergence

How much longer, per outcome, are messages from p in a code made for q than in
a code made for p? For two distributions over the same k outcomes,

    KL(p ‖ q) = Σ p_i · log(p_i / q_i)

in nats, with the natural logarithm.

p, q     (k,) each, not negative, each summing to 1
returns  a scalar

    >>> p, q = np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25])
    >>> round(float(kl_divergence(p, q)), 4)
    0.3466
    >>> float(kl_divergence(q, p))
    inf

Edge cases
- zeros of p: an outcome with p = 0 adds 0 for any q, and never NaN
- zeros of q: p > 0 where q = 0 gives infinity
- one outcome: k = 1 gives 0
"""

import numpy as np


def kl_divergence(p, q):
    raise NotImplementedError
