"""One step of Adam

    m <- beta1 * m + (1 - beta1) * grad         m_hat = m / (1 - beta1**t)
    v <- beta2 * v + (1 - beta2) * grad**2      v_hat = v / (1 - beta2**t)
    w <- w - lr * m_hat / (sqrt(v_hat) + eps)

w, grad       the weights and the gradient, arrays of one shape
m, v          the two running averages, arrays of the same shape
t             the number of this step, counted from 1
lr            the learning rate
beta1, beta2  how much of each average is kept
eps           a small number, 0 or more, that avoids a division by 0
returns       (w, m, v), all new arrays; m and v before the correction

    >>> zero = np.zeros(1)
    >>> w, m, v = adam_step(
    ...     np.array([1.0]), np.array([4.0]), zero, zero, t=1, lr=0.1
    ... )
    >>> w.round(6)  # the first step is lr long, for any size of gradient
    array([0.9])
    >>> m.round(6), v.round(6)
    (array([0.4]), array([0.016]))

Edge cases
- at rest: where the gradient and both averages are 0 and eps is above 0, the
  weight stays
- eps: added after the root and after the correction; it may be as large as
  the gradient, which may be as small as 1e-8
- late steps: in step 5000 the correction still counts
- no averaging: beta1 = beta2 = 0
- a single number: the arrays may be 0-d arrays, of shape ()
"""

import numpy as np


def adam_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8):
    raise NotImplementedError
