"""He initialization

Draw the first weights of a dense layer that is followed by a ReLU, after He
and others. The factor 2 makes up for the half of the signal that a ReLU sets
to 0:

    W_ij ~ normal with mean 0 and variance 2 / n_in

Every entry is drawn independently of the others, and the draw is neither
truncated nor rescaled afterwards.

n_in     the layer's inputs, an int
n_out    the layer's outputs, an int
rng      a numpy.random.Generator, the only source of randomness
returns  a float64 array (n_in, n_out)

How to draw is up to you, so two right solutions may give different numbers.

    >>> W = he_init(400, 100, np.random.default_rng(0))
    >>> W.shape
    (400, 100)
    >>> bool(0.068 < W.std() < 0.074)  # sqrt(2 / 400) = 0.0707...
    True

Edge cases
- small layers: one input, one output, or both
- generator: a new generator with the same seed gives the same weights; another
  seed, or a second call with the same generator, gives other weights
"""

import numpy as np


def he_init(n_in, n_out, rng):
    raise NotImplementedError
