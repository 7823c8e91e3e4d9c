"""Dropout

Silence random entries during training, so that no unit can lean on any other:

    out_i = 0              with chance p
    out_i = x_i / (1 - p)  otherwise

Each entry is decided by a draw of its own, independently of the others and of
its value. The division ("inverted" dropout) keeps the mean of every entry as
it was, so nothing is left to do at inference: with training=False the values
of x come back.

x         an array of any shape
p         the chance that an entry is dropped, 0 <= p < 1
rng       a numpy.random.Generator, the only source of randomness
training  whether to drop at all; True by default
returns   an array of x's shape

With seed 3 the reference solution keeps the last two of four entries. Yours
may keep others: how to draw is up to you.

    >>> x = np.array([1.0, 2.0, 3.0, 4.0])
    >>> dropout(x, 0.5, np.random.default_rng(3))
    array([0., 0., 6., 8.])
    >>> dropout(x, 0.5, np.random.default_rng(3), training=False)
    array([1., 2., 3., 4.])

Edge cases
- inference: with training=False the values of x come back, whatever p is in
  its range
- p of 0: the values of x come back
- no axes: x may have shape ()
- small or large p: p is used as it is, be it 0.005 or 0.995
- generator: a generator with the same seed drops the same entries; another
  seed, or a second call with one generator, drops others
- bad p: p < 0 or p >= 1 raises ValueError, in training or not
"""

import numpy as np


def dropout(x, p, rng, training=True):
    raise NotImplementedError
