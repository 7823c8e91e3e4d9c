"""Mean squared error

How far are the predictions from their targets? Return, as one number, the
mean over all entries of

    (y_true - y_pred) ** 2

y_true   targets: (n,), (n, k) or any other shape
y_pred   predictions, of the same shape as y_true
returns  a scalar

    >>> float(mse_loss(np.array([1.0, 2.0, 3.0]), np.array([1.0, 4.0, 2.0])))
    1.6666666666666667

Edge cases
- several outputs: with shape (n, k), or more axes, the mean is over all
  entries, not over the n samples alone
- no axis: y_true and y_pred may be 0-d arrays, of shape (); they have one
  entry
"""

import numpy as np


def mse_loss(y_true, y_pred):
    raise NotImplementedError
