"""InfoNCE, the contrastive loss

Row i of a and row i of b belong together, such as an image and its caption; every other row of b is a
negative. The loss asks each row of a to find its partner among all rows of b:

    s_ij = (a_i / ‖a_i‖) · (b_j / ‖b_j‖) / temperature
    loss = mean over i of −log( exp(s_ii) / Σ_j exp(s_ij) )

a, b         (n, d), no row of zeros
temperature  a positive number, 0.07 unless told otherwise
returns      a number: one direction alone, from a to b

    >>> a, b = np.array([[2.0, 0.0], [0.0, 1.0]]), np.array([[3.0, 0.0], [1.0, 0.0]])
    >>> round(float(info_nce(a, b, temperature=1.0)), 6)
    0.693147

Edge cases: with one pair there is nothing to confuse it with, so the loss is 0; temperatures as low as 1e-4
must give neither an overflow nor an infinite loss.
"""

import numpy as np


def info_nce(a, b, temperature=0.07):
    raise NotImplementedError
