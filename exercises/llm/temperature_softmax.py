"""Softmax with a temperature

Turn a model's scores into probabilities to sample from. A low temperature
sharpens them, a high one flattens them:

    p_i = exp(logits_i / temperature) / Σ_j exp(logits_j / temperature)

Temperature 0 stands for greedy decoding: the largest score gets
probability 1, all others 0.

logits       (V,) scores
temperature  a number
returns      an array (V,) of probabilities

    >>> logits = np.log(np.array([1.0, 2.0, 1.0]))
    >>> temperature_softmax(logits, 1.0)
    array([0.25, 0.5 , 0.25])
    >>> temperature_softmax(logits, 0.5).round(4)
    array([0.1667, 0.6667, 0.1667])
    >>> temperature_softmax(logits, 0)
    array([0., 1., 0.])

Edge cases
- one score: V = 1 gives 1
- ties at 0: of several largest scores, the first gets the 1
- large scores: in the thousands, also divided by a temperature far below 1,
  without NaN and without a warning
- tiny temperatures: only 0 itself is greedy; any other is used as it is, so
  [1, 1, 0] at 1e-9 gives [0.5, 0.5, 0]
- negative temperature: raise ValueError
"""

import numpy as np


def temperature_softmax(logits, temperature):
    raise NotImplementedError
