"""Information gain of a split

How much does a split lower the entropy? Weight the entropy of each side
by its share of the samples:

    gain = H(y) - (n_left / n) * H(y_left) - (n_right / n) * H(y_right)

with H in bits, H = -sum_i p_i * log2(p_i) over the labels that occur.

y        labels (n,), integers from 0 of any integer dtype; n is at least 1
left     (n,) booleans: True for the samples that go to the left side
returns  a number

    >>> y = np.array([0, 0, 1, 1])
    >>> left = np.array([True, True, False, False])
    >>> float(information_gain(y, left))
    1.0
    >>> left = np.array([True, False, False, False])
    >>> round(float(information_gain(y, left)), 4)
    0.3113

Edge cases
- small sides: a side may have a single sample
- gaps: some labels below the largest may not occur in y
- empty side: if one side has no samples, the gain is 0; this includes
  n = 1
"""

import numpy as np


def information_gain(y, left):
    raise NotImplementedError
