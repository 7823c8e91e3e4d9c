"""Softmax with a temperature

Turn a model's scores into probabilities to sample from, sharper or flatter as the temperature says:

    p_i = exp(logits_i / temperature) / Σ_j exp(logits_j / temperature)

Temperature 0 stands for the limit, greedy decoding: all probability on the largest score, and on the first of
them if several are equal.

logits      (V,)
temperature a number; raise ValueError if it is negative
returns     (V,) probabilities

    >>> logits = np.log(np.array([1.0, 2.0, 1.0]))
    >>> temperature_softmax(logits, 1.0)
    array([0.25, 0.5 , 0.25])
    >>> temperature_softmax(logits, 0.5).round(4)
    array([0.1667, 0.6667, 0.1667])
    >>> temperature_softmax(logits, 0)
    array([0., 1., 0.])

Edge cases: scores of thousands and temperatures far below 1 give neither NaN nor a warning; logits stay as they
are.
"""

import numpy as np


def temperature_softmax(logits, temperature):
    raise NotImplementedError
