"""Jensen-Shannon divergence

KL divergence is not symmetric and may be infinite. Measure both distributions against their mean instead:

    m = (p + q) / 2
    JS(p, q) = ½ KL(p ‖ m) + ½ KL(q ‖ m)      KL(p ‖ m) = Σ p_i · log(p_i / m_i), in nats

p, q    (k,) each, not negative and summing to 1
returns a scalar

    >>> p, q = np.array([0.5, 0.5, 0.0]), np.array([0.0, 0.5, 0.5])
    >>> round(float(js_divergence(p, q)), 4)
    0.3466
    >>> round(float(js_divergence(np.array([1.0, 0.0]), np.array([0.0, 1.0]))), 4)
    0.6931

Edge cases: an outcome with p = 0 adds 0 to p's term, and likewise for q; the result is always finite, with
neither NaN nor a warning.
"""

import numpy as np


def js_divergence(p, q):
    raise NotImplementedError
