"""One step of AdamW

Adam with decoupled weight decay: the weights shrink on their own account, and the two averages never see the
decay.

    w <- w * (1 - lr * weight_decay)
    m <- beta1 * m + (1 - beta1) * grad            m_hat = m / (1 - beta1**t)
    v <- beta2 * v + (1 - beta2) * grad**2         v_hat = v / (1 - beta2**t)
    w <- w - lr * m_hat / (sqrt(v_hat) + eps)

w, grad, m, v  the weights, the gradient and the two running averages, arrays of one shape
t              the number of this step, counted from 1
returns        (w, m, v), all new; m and v as they are before the correction

    >>> zero = np.zeros(1)
    >>> w, m, v = adamw_step(np.array([2.0]), np.array([3.0]), zero, zero, t=1, lr=0.5, weight_decay=0.1)
    >>> w.round(6)   # 2 shrinks to 1.9, and the first step of Adam has the length of lr
    array([1.4])

Edge cases: without gradient and averages the weights only shrink, without a warning; the arguments stay as
they are.
"""

import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    raise NotImplementedError
