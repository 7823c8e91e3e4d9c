"""One step of AdamW

Adam with decoupled weight decay: the weights are shrunk directly, and the two
averages never see the decay.

    w <- w * (1 - lr * weight_decay)
    m <- beta1 * m + (1 - beta1) * grad         m_hat = m / (1 - beta1**t)
    v <- beta2 * v + (1 - beta2) * grad**2      v_hat = v / (1 - beta2**t)
    w <- w - lr * m_hat / (sqrt(v_hat) + eps)

w, grad       the weights and the gradient, arrays of one shape
m, v          the two running averages, arrays of the same shape
t             the number of this step, counted from 1
lr            the learning rate
beta1, beta2  how much of each average is kept
eps           a small number, 0 or more, that avoids a division by 0
weight_decay  how strongly the weights shrink
returns       (w, m, v), all new arrays; m and v before the correction

    >>> zero = np.zeros(1)
    >>> w, m, v = adamw_step(
    ...     np.array([2.0]), np.array([3.0]), zero, zero, t=1, lr=0.5,
    ...     weight_decay=0.1,
    ... )
    >>> w.round(6)  # 2 shrinks to 1.9, and the first step of Adam is lr long
    array([1.4])

Edge cases
- at rest: where the gradient and both averages are 0 and eps is above 0, the
  weight still shrinks
- no decay: weight_decay = 0 leaves plain Adam
- eps: added after the root and after the correction; it may be as large as
  the gradient, which may be as small as 1e-8
- late steps: in step 5000 the correction still counts
- no averaging: beta1 = beta2 = 0
- a single number: the arrays may be 0-d arrays, of shape (); the weight
  decays too
"""

import numpy as np


def adamw_step(w, grad, m, v, t, lr=1e-3, beta1=0.9, beta2=0.999, eps=1e-8, weight_decay=0.01):
    raise NotImplementedError
