"""Train, validation and test split

Deal the rows of a data set out into three parts at random, each row to exactly one part, and keep every row
with its label. Validation and test get

    n_val = floor(n * val_fraction + 1e-9)        n_test = floor(n * test_fraction + 1e-9)

rows, and training gets all the others.

X       (n, d); y (n,), one label for each row
val_fraction, test_fraction   shares of n whose sum is at most 1
rng     a numpy.random.Generator, the only source of randomness
returns the six arrays X_train, y_train, X_val, y_val, X_test, y_test, in this order

    >>> X, y = np.arange(20.0).reshape(10, 2), np.arange(10)
    >>> parts = train_val_test_split(X, y, 0.2, 0.3, np.random.default_rng(0))
    >>> [part.shape for part in parts]
    [(5, 2), (5,), (2, 2), (2,), (3, 2), (3,)]

Edge cases: a part may be empty; the order of the rows inside a part is free. The 1e-9 is there because 100 *
0.29 is computed as 28.999999999999996 and should count as 29.
"""

import numpy as np


def train_val_test_split(X, y, val_fraction, test_fraction, rng):
    raise NotImplementedError
