"""Perplexity

How surprised is a language model by a text? At each of T positions it gives a score (logit) for every token of
its vocabulary; the softmax of a row is its prediction there. Perplexity is

    exp( −(1/T) Σ_t log softmax(logits_t)[targets_t] )

the exponential of the mean negative log-likelihood: a model that hesitates between n equally likely tokens
everywhere has perplexity n.

logits  (T, V), scores up to ±1e4
targets (T,) integers, the tokens that really came
returns a scalar, at least 1

    >>> logits = np.log(np.array([[0.5, 0.25, 0.25], [0.5, 0.25, 0.25]]))
    >>> round(float(perplexity(logits, np.array([0, 1]))), 4)
    2.8284

Edge cases: one position; a vocabulary of one; a target whose probability is too small for a float (1e-400, say)
still counts with its exact logarithm; no warning.
"""

import numpy as np


def perplexity(logits, targets):
    raise NotImplementedError
