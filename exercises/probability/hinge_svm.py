"""Linear SVM by subgradient descent

Fit a linear classifier by minimizing the hinge loss with an L2 penalty:

    loss = (1/n) Σ_i max(0, 1 − y_i · (x_i · w + b)) + lam · ‖w‖²

Start from w = 0 and b = 0. In each of exactly `epochs` steps, compute the
gradient of the loss over all samples, and subtract lr times it from w and
from b. There is no penalty on b, and no factor 1/2.

X        (n, d)
y        (n,) integers, −1 or 1
lam      the strength of the penalty, 0 or more
lr       the learning rate
epochs   an integer, 1 or more
returns  (w, b): (d,) and a number

    >>> X, y = np.array([[2.0], [-1.0]]), np.array([1, -1])
    >>> w, b = hinge_svm(X, y, 0.1, 0.5, 2)
    >>> w.round(4), round(float(b), 4)
    (array([0.925]), -0.25)

The first step leads to w = 0.75 and b = 0. Then the margin of sample 0 is
1.5, and only sample 1, with 0.75, still counts in the hinge loss.

Edge cases
- one sample: n = 1
- one feature: d = 1
- margin 1: a sample whose margin y · (x · w + b) is exactly 1 adds nothing to
  the gradient; this is tried where the margins are exact
- no penalty: lam = 0
- one label: all samples may have the same label
"""

import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    raise NotImplementedError
