"""Train, validation and test split

Split a data set at random into three parts. Each row goes to one part,
together with its label. Validation and test get

    n_val  = floor(n * val_fraction + 1e-9)
    n_test = floor(n * test_fraction + 1e-9)

rows, and training gets all the others. Every split of these sizes must be
equally likely. The order of the rows inside a part is free.

X              (n, d), one sample per row
y              (n,), one label per row
val_fraction,
test_fraction  shares of n, 0 or more; n_val + n_test is at most n
rng            a numpy.random.Generator, the only source of randomness
returns        X_train, y_train, X_val, y_val, X_test, y_test, in this order

    >>> X, y = np.arange(20.0).reshape(10, 2), np.arange(10)
    >>> rng = np.random.default_rng(0)
    >>> parts = train_val_test_split(X, y, 0.2, 0.3, rng)
    >>> [part.shape for part in parts]
    [(5, 2), (5,), (2, 2), (2,), (3, 2), (3,)]

Edge cases
- rounding: 100 * 0.29 is computed as 28.999999999999996 and counts as 29;
  this is what the 1e-9 is for
- empty parts: a fraction may be 0 or too small for a single row, and nothing
  may be left for training
- few rows: with only four rows, each is equally often in each part
- labels: integer labels stay integers; y may also hold real numbers
"""

import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    raise NotImplementedError
