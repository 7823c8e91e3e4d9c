"""Perplexity

How surprised is a language model by a text? At each of T positions it gives
a score (logit) for every token of its vocabulary. The softmax of a row is
its prediction there. Perplexity is the exponential of the mean negative
log-likelihood:

    exp( −(1/T) Σ_t log softmax(logits_t)[targets_t] )

A model that always hesitates between n equally likely tokens has
perplexity n.

logits   (T, V), one row of scores per position
targets  (T,) integers, the tokens that really came
returns  a scalar, at least 1

    >>> logits = np.log(np.array([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]))
    >>> round(float(perplexity(logits, np.array([0, 1]))), 4)
    2.8284

Edge cases
- one position: T = 1
- one token: V = 1 gives 1
- integer dtypes: targets may have any, such as int8 or uint8
- large scores: up to ±1e4, without NaN and without a warning
- rows far apart: one row may be thousands below another
- rare targets: a probability too small for a float, such as 1e-400, counts
  with its exact logarithm; the result itself always fits a float
"""

import numpy as np


def perplexity(logits, targets):
    raise NotImplementedError
