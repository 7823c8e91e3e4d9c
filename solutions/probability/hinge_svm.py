"""A linear SVM by full-batch subgradient descent.

max(0, 1 − m) has the slope −1 for m below 1 and 0 above. At the kink any slope between is a subgradient, and 0 is
chosen. The mean runs over all samples, those with slope 0 included.

O(epochs · n d) time.
"""

import numpy as np


def hinge_svm(X, y, lam, lr, epochs):
    """The weights and the bias after the given number of steps."""
    n, d = X.shape
    w, b = np.zeros(d), 0.0
    for _ in range(epochs):
        pushed = np.where(y * (X @ w + b) < 1, y, 0)  # (n,), the labels of samples inside the margin
        w, b = w - lr * (2 * lam * w - pushed @ X / n), b + lr * np.sum(pushed) / n
    return w, b


# What an interviewer asks next
#
# What are the support vectors here? The samples with a margin of at most 1. At the minimum, only they determine w:
# moving any other sample a little changes nothing. Removing one changes nothing either, if C is kept: here the mean
# runs over n, so lam has to be adapted.
#
# How does the hinge differ from the logistic loss? It is exactly 0 beyond the margin, so the solution depends on few
# samples. The logistic loss never reaches 0 and gives probabilities. Both grow linearly for bad misses.
#
# How do kernels enter? w is a combination of the samples, so the model needs only inner products of samples. Replace
# them by a kernel k(x, x′): that is an inner product in another space. Predicting then costs one kernel per support
# vector.
#
# How do lam and C relate? The usual form minimizes ½ ‖w‖² + C Σ hinge. Dividing by C n shows lam = 1 / (2 C n): a
# large C is a small penalty.
