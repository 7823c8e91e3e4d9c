"""He initialisation

Draw the first weights of a dense layer that is followed by a ReLU, after He and others, so that the signal
keeps its scale although the ReLU throws half of it away:

    W_ij ~ normal with mean 0 and variance 2 / n_in, independent of each other

n_in, n_out  the layer's inputs and outputs, ints
rng          a numpy.random.Generator, the only source of randomness: the same seed gives the same result
returns an array (n_in, n_out)

How to draw is up to you, so two right answers may hold different numbers.

    >>> W = he_init(400, 100, np.random.default_rng(0))
    >>> W.shape
    (400, 100)
    >>> bool(0.068 < W.std() < 0.074)  # sqrt(2 / 400) = 0.0707...
    True

Edge cases: wide and tall layers, and a layer with one input or one output.
"""

import numpy as np


def he_init(n_in, n_out, rng):
    raise NotImplementedError
