"""InfoNCE, the contrastive loss

Row i of a and row i of b belong together, such as an image and its caption.
Every other row of b is a negative. The loss asks each row of a to find its
partner among all rows of b:

    s_ij = (a_i / ‖a_i‖) · (b_j / ‖b_j‖) / temperature
    loss = mean over i of −log( exp(s_ii) / Σ_j exp(s_ij) )

a, b         (n, d), each row of length 0.5 or more
temperature  a positive number, 0.07 by default
returns      a number: one direction only, from a to b

    >>> a = np.array([[2.0, 0.0], [0.0, 1.0]])
    >>> b = np.array([[3.0, 0.0], [1.0, 0.0]])
    >>> round(float(info_nce(a, b, temperature=1.0)), 6)
    0.693147

Edge cases
- one pair: n = 1 has no negatives, so the loss is 0
- one feature: d = 1
- row lengths: one row may be thousands of times as long as another
- low temperatures: down to 1e-4, where s reaches ±1e4; the loss stays finite,
  without a warning
"""

import numpy as np


def info_nce(a, b, temperature=0.07):
    raise NotImplementedError
