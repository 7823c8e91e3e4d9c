"""Dropout

Set random entries to 0 during training, so that no unit relies on any other:

    out_i = 0              with chance p
    out_i = x_i / (1 - p)  otherwise

Draw for each entry separately, independently of the others and of its value.
The division ("inverted" dropout) keeps the mean of every entry, so nothing is
left to do at inference: with training=False, return the values of x. That may
be x itself.

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
- inference: with training=False, the result has the values of x for any valid
  p
- p of 0: the result has the values of x
- no axes: x may be a 0-d array, of shape ()
- small or large p: p is used as it is, whether it is 0.005 or 0.995
- generator: a new generator with the same seed drops the same entries; another
  seed, or a second call with the same generator, drops others
- bad p: p < 0 or p >= 1 raises ValueError, in training or not
"""

import numpy as np


def dropout(x, p, rng, training=True):
    raise NotImplementedError
