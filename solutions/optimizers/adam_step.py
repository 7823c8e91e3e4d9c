"""Adam: momentum, divided by the recent size of each weight's own gradient.

m averages the gradient, v its square. Both start at 0 and are too small by the factor 1 - beta**t after t steps,
which the correction undoes; what is kept for the next call is the uncorrected pair. The ratio has no unit, so
every weight moves by about lr per step for any scale of its gradient. eps is outside the root and bounds the
ratio where v is 0.

O(size of w) time and memory.
"""

import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    """(w, m, v) after step t, counted from 1."""
    m = beta1 * m + (1.0 - beta1) * grad
    v = beta2 * v + (1.0 - beta2) * grad**2
    m_hat = m / (1.0 - beta1**t)
    v_hat = v / (1.0 - beta2**t)
    return w - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# What an interviewer asks next
#
# What happens without the correction? At t = 1, m is 0.1 g but the root of v is 0.03 |g|, so the first step is about
# three times too long. For a steady gradient the excess grows to 6.6-fold by step 12, and it takes more than a thousand
# steps to fade, because v with its 0.999 is slow to settle.
#
# Why might Adam generalize worse than SGD? It moves equally fast along rare and common directions; on image models
# a well-tuned SGD with momentum often ends lower on test data. On transformers Adam is hard to beat.
#
# How much memory does it need? Two arrays of the weights' size. For large models that, in float32, is more
# than the weights and gradients in 16 bits together.
