"""AdamW: Adam's step, and a decay that does not go through its averages.

In plain SGD, decay and an L2 penalty are the same. In Adam they are not: a penalty's gradient would be
divided by sqrt(v_hat) like any other, so weights with large gradients would hardly decay at all. Decoupled,
every weight shrinks by the same factor.

O(size of w) time and memory.
"""

import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    """(w, m, v) after step t, counted from 1."""
    m = beta1 * m + (1.0 - beta1) * grad
    v = beta2 * v + (1.0 - beta2) * grad**2
    m_hat = m / (1.0 - beta1**t)
    v_hat = v / (1.0 - beta2**t)
    shrunk = w * (1.0 - lr * weight_decay)
    return shrunk - lr * m_hat / (np.sqrt(v_hat) + eps), m, v


# What an interviewer asks next
#
# Which parameters should not decay? Biases and the scales of normalization layers: they are few and hardly overfit, and
# a scale pulled toward 0 only weakens its layer.
#
# Why is the decay multiplied by the learning rate? So that a schedule that lowers the rate lowers both, and
# nothing moves at rate 0. The weights' memory is then about 1 / (lr * weight_decay) steps long.
#
# When do L2 and decoupled decay agree? For SGD without momentum: w - lr (g + lam w) = w (1 - lr lam) - lr g.
