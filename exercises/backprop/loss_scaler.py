"""Dynamic loss scaling

In float16 small gradients become 0. So the loss is multiplied by a large
scale before the backward pass, and the gradients are divided by it before the
step. A scale that is too large makes gradients infinite: then the step is
skipped and the scale is halved. After many good steps in a row it is doubled.

Write a class that does this. unscale(grads) returns

- a list of new arrays, each gradient divided by the scale that was valid
  before this call, if all entries of all gradients are finite: a good call
- None if any entry is inf, -inf or NaN: the caller skips the step

A bad call halves the scale, and the count of good calls starts over. After
growth_interval good calls in a row the scale doubles for the calls that
follow, and the count starts over.

scale            the scale to start with, above 0
growth_interval  an int, at least 1
.scale           the scale that the next call will divide by
.unscale(grads)  grads is a list of float arrays of any shapes; returns a list
                 of arrays of these shapes, or None

    >>> scaler = LossScaler(scale=8.0, growth_interval=2)
    >>> scaler.unscale([np.array([16.0, 4.0])])
    [array([2. , 0.5])]
    >>> scaler.unscale([np.array([np.inf, 4.0])]), scaler.scale
    (None, 4.0)
    >>> scaler.unscale([np.array([4.0])]), scaler.unscale([np.array([8.0])])
    ([array([1.])], [array([2.])])
    >>> scaler.scale  # two good calls in a row
    8.0

Edge cases
- bad entries: one inf, -inf or NaN is enough, in any of the arrays
- huge entries: all finite entries are fine, also where their sum or their
  squares overflow; no warning is given
- every call: with growth_interval = 1 the scale doubles after each good call
- small scales: halving goes on below 1
- several scalers: each has its own scale and count
"""

import numpy as np


class LossScaler:
    def __init__(self, scale=65536.0, growth_interval=2000):
        raise NotImplementedError

    def unscale(self, grads):
        raise NotImplementedError
