"""Mean squared error: one subtraction, one square, one mean over everything.

np.mean without an axis divides by the number of entries, whatever the shape, so that the loss of (n, k)
targets does not grow with k. O(size) time and memory.
"""

import numpy as np


def mse_loss(y_true, y_pred):
    """The mean of (y_true - y_pred)² over all entries, a scalar."""
    return np.mean((y_true - y_pred) ** 2)


# What an interviewer asks next
#
# Which noise makes this the right loss? Gaussian noise of constant variance: then minimising it is maximum
# likelihood. With Laplace noise it would be the absolute error, which is also less moved by outliers.
#
# What is the best constant prediction under it? The mean of the targets. (Under the absolute error it is the
# median.)
#
# Why do some texts halve it? So that the gradient is the error itself, without a 2. It changes the learning
# rate that suits, not the minimum.
