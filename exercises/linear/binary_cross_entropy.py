"""Binary cross-entropy from probabilities

The loss of predicted probabilities p for labels 0 and 1. Return the mean
over the samples of

    -(y * log(p) + (1 - y) * log(1 - p))

with natural logarithms. With a probability of exactly 0 or 1, a wrong
prediction would cost infinity, so clip p to [eps, 1 - eps] first.

y_true   labels (n,), each 0 or 1
y_prob   predicted probabilities of label 1, (n,)
eps      the bound of the clip; 1e-12 by default
returns  a scalar, to a relative error of 1e-5; the rounding of 1 - eps is
         accepted too

    >>> y_true, y_prob = np.array([1, 0]), np.array([0.5, 0.75])
    >>> round(float(binary_cross_entropy(y_true, y_prob)), 4)
    1.0397

Edge cases
- one sample: n = 1 works like any other n
- 0 and 1: probabilities of exactly 0 and 1, and those nearer to them than
  eps, are clipped; a sure miss costs -log(eps), which is 27.6 by default
- another eps: eps may be anything from 1e-15 to 0.2; a sure hit costs
  -log(1 - eps), not 0
"""

import numpy as np


def binary_cross_entropy(y_true, y_prob, eps=1e-12):
    raise NotImplementedError
