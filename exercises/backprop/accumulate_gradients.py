"""Gradient accumulation

A batch that does not fit into memory is sent through the network in parts,
and their gradients are combined before the one step. Return the gradient of
the mean loss over all n rows, without passing more than `size` rows at once:

    mean loss = 1/n · Σ over all rows of the row's loss

Call grad once for each part, in order: the first `size` rows, the next
`size` rows, and so on. The last part is smaller where size does not divide n.

grad     a function: grad(X_part, y_part) takes m rows, (m, d) and (m,), and
         returns the gradient (d,) of the mean loss over these m rows, a new
         array each time
X        (n, d), one sample per row
y        (n,)
size     how many rows a part has, at least 1
returns  (d,)

    >>> def grad(X_part, y_part):  # of the mean of y · (x @ w)
    ...     return (y_part[:, None] * X_part).mean(axis=0)
    >>> X, y = np.array([[1.0], [2.0], [6.0]]), np.array([1.0, 1.0, 1.0])
    >>> accumulate_gradients(grad, X, y, size=2)
    array([3.])

The two parts have the gradients 1.5 and 6.

Edge cases
- a smaller last part: it counts with its own number of rows; it is never
  empty, and the rows are not spread evenly over the parts
- large parts: size may be n, or above n; then there is one part
- single ones: size = 1, n = 1 or d = 1
"""

import numpy as np


def accumulate_gradients(grad, X, y, size):
    raise NotImplementedError
