"""Binary cross-entropy from probabilities

The price of predicted probabilities p for labels 0 and 1: the mean over the samples of

    -(y * log(p) + (1 - y) * log(1 - p))

A probability of exactly 0 or 1 would make a wrong prediction infinitely dear, so p is clipped to [eps, 1 -
eps]: a sure miss costs -log(eps), 27.6 with the default, and a sure hit -log(1 - eps).

y_true  (n,), entries 0 or 1
y_prob  (n,), the predicted probability of label 1
eps     how close to 0 and 1 a probability is taken at its word
returns a scalar

    >>> round(float(binary_cross_entropy(np.array([1, 0]), np.array([0.5, 0.75]))), 4)
    1.0397

Edge cases: the result is finite and silent for probabilities of 0 and 1, in float32 too, where 1 - 1e-12 is
1.
"""

import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    raise NotImplementedError
