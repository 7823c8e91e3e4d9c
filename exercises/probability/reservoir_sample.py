"""Reservoir sampling

Draw k items at random from a stream, without knowing how long it is and
without holding it in memory. Every set of k places in the stream must be
equally likely to be the sample.

stream   an iterator: it has no length, no index, and can be read only once
k        an integer, 1 or more
rng      a numpy.random.Generator; all chance comes from it
returns  a list of k items of the stream, in any order

    >>> rng = np.random.default_rng(0)
    >>> sorted(reservoir_sample(iter("abc"), 3, rng))
    ['a', 'b', 'c']

Edge cases
- short streams: if there are fewer than k items, return all of them; an empty
  stream gives []
- one place: k = 1
- any items: they may be equal to each other, or unhashable, such as lists;
  equal items at two places are two items
- memory: never hold more than a few times k items; a long stream of large
  items is tried
- same seed: a generator in the same state gives the same sample
"""

import numpy as np


def reservoir_sample(stream, k, rng):
    raise NotImplementedError
