"""Focal loss

In detection nearly all candidates are easy negatives, and together they drown
the few hard ones. The focal loss weighs each sample by how wrong the model
still is. With p = σ(logit) = 1 / (1 + exp(−logit)), let p_t be the
probability of the true class, and a_t its weight:

    p_t  = p     and a_t = alpha        where y_true is 1
    p_t  = 1 − p and a_t = 1 − alpha    where y_true is 0
    loss = mean of −a_t · (1 − p_t)^gamma · log p_t

logits   (n,) raw scores
y_true   (n,) integers, 0 or 1
gamma    at least 0, how strongly easy samples are turned down; 2 by default
alpha    0 < alpha < 1, the weight of positives; 0.25 by default
returns  a number, right to 1e-9

    >>> logits = np.array([0.0, np.log(3.0)])  # p is 1/2 and 3/4
    >>> round(float(focal_loss(logits, np.array([1, 0]))), 6)
    0.314082

That is the mean of 0.25 · (1/2)² · log 2 and 0.75 · (3/4)² · log 4.

Edge cases
- gamma of 0: the plain weighted cross-entropy, also for a sample with p_t = 1
- one sample: n = 1
- one class: all positive or all negative
- large logits: up to ±1e4, without NaN and without a warning
"""

import numpy as np


def focal_loss(logits, y_true, gamma=2.0, alpha=0.25):
    raise NotImplementedError
