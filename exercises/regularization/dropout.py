"""Dropout

Silence random entries during training, so that no unit can lean on any other:

    out_i = 0              with chance p, each entry by a draw of its own
    out_i = x_i / (1 - p)  otherwise

The division ("inverted" dropout) keeps the mean of every entry as it was, so that nothing is left to do at
inference: with training=False the values of x come back.

x         an array of any shape
p         the chance that an entry is dropped, 0 <= p < 1
rng       a numpy.random.Generator, the only source of randomness: the same seed gives the same result
training  whether to drop at all
returns an array of x's shape

With seed 3 the reference keeps the last two of four entries. Yours may keep others: how to draw is up to you.

    >>> dropout(np.array([1.0, 2.0, 3.0, 4.0]), 0.5, np.random.default_rng(3))
    array([0., 0., 6., 8.])
    >>> dropout(np.array([1.0, 2.0, 3.0, 4.0]), 0.5, np.random.default_rng(3), training=False)
    array([1., 2., 3., 4.])

Edge cases: p = 0 gives the values of x; p < 0 or p >= 1 raises ValueError; x itself stays as it is.
"""

import numpy as np


def dropout(x, p, rng, training=True):
    raise NotImplementedError
