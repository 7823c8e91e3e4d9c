"""Shuffled mini-batches

Cut a data set into batches for one epoch of training. First draw a random
order of the n rows, every order being equally likely. Then take batch_size
rows of that order at a time, each together with its label. If fewer than
batch_size rows are left at the end of the order, they are a last, smaller
batch. With drop_last they are left out instead.

X           (n, d), one sample per row
y           (n,), one label per row
batch_size  how many rows make a batch, at least 1
rng         a numpy.random.Generator, the only source of randomness
drop_last   whether to leave out an incomplete last batch
returns     a list of pairs (X_b, y_b): the rows of one batch and their
            labels, arrays of shapes (m, d) and (m,)

    >>> X, y = np.arange(10.0).reshape(5, 2), np.arange(5)
    >>> rng = np.random.default_rng(0)
    >>> [len(y_b) for X_b, y_b in batches(X, y, 2, rng)]
    [2, 2, 1]
    >>> [len(y_b) for X_b, y_b in batches(X, y, 2, rng, drop_last=True)]
    [2, 2]

Edge cases
- dropped rows: drop_last leaves out only what does not fill a batch, and
  which rows these are is drawn at random
- large batches: batch_size may be n or more; with drop_last, fewer than
  batch_size rows give an empty list
- batches of one: batch_size = 1, or a last batch with a single row
- labels: integer labels stay integers; y may also hold real numbers
"""

import numpy as np


def batches(X, y, batch_size, rng, drop_last=False):
    raise NotImplementedError
