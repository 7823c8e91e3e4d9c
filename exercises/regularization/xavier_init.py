"""Xavier initialisation

Draw the first weights of a dense layer, after Glorot and Bengio, so that neither the activations on the way
forward nor the gradients on the way back change their scale:

    W_ij ~ normal with mean 0 and variance 2 / (n_in + n_out), independent of each other

n_in, n_out  the layer's inputs and outputs, ints
rng          a numpy.random.Generator, the only source of randomness: the same seed gives the same result
returns an array (n_in, n_out)

How to draw is up to you, so two right answers may hold different numbers.

    >>> W = xavier_init(400, 100, np.random.default_rng(0))
    >>> W.shape
    (400, 100)
    >>> bool(0.060 < W.std() < 0.066)  # sqrt(2 / 500) = 0.0632...
    True

Edge cases: wide and tall layers, and a layer with one input or one output.
"""

import numpy as np


def xavier_init(n_in, n_out, rng):
    raise NotImplementedError
