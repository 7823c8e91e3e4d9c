"""Information gain of a split

How much does a split lower the entropy? Weigh the entropy of each side by its share of the samples:

    IG = H(y) - (n_left / n) H(y_left) - (n_right / n) H(y_right)        H in bits

y        (n,) labels, integers from 0; at least one
left     (n,) booleans: True for the samples that go to the left side
returns  a number

    >>> y = np.array([0, 0, 1, 1])
    >>> float(information_gain(y, np.array([True, True, False, False])))
    1.0
    >>> round(float(information_gain(y, np.array([True, False, False, False]))), 4)
    0.3113

Edge cases: when one side is empty, nothing is gained: 0.
"""

import numpy as np


def information_gain(y, left):
    raise NotImplementedError
