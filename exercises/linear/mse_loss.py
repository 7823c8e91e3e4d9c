"""Mean squared error

How far predictions lie from their targets, as one number: the mean over all entries of

    (y_true - y_pred) ** 2

y_true, y_pred  arrays of the same shape, (n,) or (n, k) or any other
returns         a scalar

    >>> float(mse_loss(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0])))
    1.6666666666666667

Edge cases: with several outputs a sample the mean is over all n * k entries, not over the samples alone.
"""

import numpy as np


def mse_loss(y_true, y_pred):
    raise NotImplementedError
