"""Huber loss with its gradient, which is the error clipped at ±delta.

Let c be the error clipped to [-delta, delta]. Inside, c = e, and c * (e - 0.5 * c) is 0.5 * e²; outside, c = ±delta,
and it is delta * (|e| - 0.5 * delta). So one formula covers both branches, and no square of a large error is computed.
The slope is e inside and ±delta outside: it is c itself. The mean divides both by the number of entries.

O(size of y_pred) time and memory.
"""

import numpy as np


def huber_loss(y_true, y_pred, delta=1.0):
    """The mean Huber loss over all entries, and its gradient with respect to y_pred."""
    error = y_pred - y_true
    clipped = np.clip(error, -delta, delta)
    return np.mean(clipped * (error - 0.5 * clipped)), clipped / error.size


# What an interviewer asks next
#
# Why not the squared error? Its gradient grows with the error, so one outlier can dominate the whole step. Huber's
# gradient is at most delta per entry.
#
# Why not the absolute error? Its gradient has the same size however small the error is, so with a fixed learning rate
# the predictions keep jumping around the target. It also has a kink at 0. Huber is smooth there.
#
# How do you choose delta? A little above the size of the errors that ordinary noise makes: only what lies outside
# counts as an outlier. A large delta gives half the squared error, a small one delta times the absolute error.
#
# How does PyTorch's smooth L1 loss differ? It is the Huber loss divided by its threshold. With a threshold of 1 they
# are the same. As the threshold goes to 0, smooth L1 becomes the absolute error, and Huber becomes 0.
