"""Xavier initialization

Draw the first weights of a dense layer, after Glorot and Bengio, so that the
activations on the way forward and the gradients on the way back keep roughly
their scale:

    W_ij ~ normal with mean 0 and variance 2 / (n_in + n_out)

Every entry is drawn independently of the others, and the draw is neither
truncated nor rescaled afterwards.

n_in     the layer's inputs, an int
n_out    the layer's outputs, an int
rng      a numpy.random.Generator, the only source of randomness
returns  a float64 array (n_in, n_out)

How to draw is up to you, so two right solutions may give different numbers.

    >>> W = xavier_init(400, 100, np.random.default_rng(0))
    >>> W.shape
    (400, 100)
    >>> bool(0.060 < W.std() < 0.066)  # sqrt(2 / 500) = 0.0632...
    True

Edge cases
- small layers: one input, one output, or both
- generator: a new generator with the same seed gives the same weights; another
  seed, or a second call with the same generator, gives other weights
"""

import numpy as np


def xavier_init(n_in, n_out, rng):
    raise NotImplementedError
