"""One step of Adam

    m <- beta1 * m + (1 - beta1) * grad            m_hat = m / (1 - beta1**t)
    v <- beta2 * v + (1 - beta2) * grad**2         v_hat = v / (1 - beta2**t)
    w <- w - lr * m_hat / (sqrt(v_hat) + eps)

w, grad, m, v  the weights, the gradient and the two running averages, arrays of one shape
t              the number of this step, counted from 1
returns        (w, m, v), all new; m and v as they are before the correction

    >>> w, m, v = adam_step(np.array([1.0]), np.array([4.0]), np.zeros(1), np.zeros(1), t=1, lr=0.1)
    >>> w.round(6)   # the first step has the length of lr, whatever the gradient
    array([0.9])
    >>> m.round(6), v.round(6)
    (array([0.4]), array([0.016]))

Edge cases: where gradient and averages are 0 the weight stays, without a warning; the arguments stay as they
are.
"""

import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    raise NotImplementedError
