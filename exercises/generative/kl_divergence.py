"""KL divergence

How much does it cost to code outcomes of p with a code made for q? For two distributions over the same k
outcomes,

    KL(p ‖ q) = Σ p_i · log(p_i / q_i)      in nats, the natural logarithm

p, q    (k,) each, not negative and summing to 1
returns a scalar

    >>> p, q = np.array([0.5, 0.5, 0.0]), np.array([0.25, 0.5, 0.25])
    >>> round(float(kl_divergence(p, q)), 4)
    0.3466
    >>> float(kl_divergence(q, p))
    inf

Edge cases: an outcome with p = 0 adds 0, whatever q is; p > 0 where q = 0 gives infinity; no NaN, no warning.
"""

import numpy as np


def kl_divergence(p, q):
    raise NotImplementedError
