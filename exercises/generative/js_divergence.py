"""Jensen-Shannon divergence

The KL divergence is not symmetric and may be infinite. The Jensen-Shannon
divergence compares both distributions with their mean instead:

    m = (p + q) / 2
    JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m)

where KL(p ‖ m) = Σ p_i · log(p_i / m_i), in nats, with the natural
logarithm.

p, q     (k,) each, not negative, each summing to 1
returns  a scalar

    >>> p, q = np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.5, 0.5])
    >>> round(float(js_divergence(p, q)), 4)
    0.3466
    >>> p, q = np.array([1.0, 0.0]), np.array([0.0, 1.0])
    >>> round(float(js_divergence(p, q)), 4)
    0.6931

Edge cases
- zeros: an outcome with p = 0 adds 0 to p's half, and likewise for q; the
  result is always finite, never NaN
- nothing in common: the result is log 2
- one outcome: k = 1 gives 0
"""

import numpy as np


def js_divergence(p, q):
    raise NotImplementedError
