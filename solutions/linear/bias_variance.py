"""Bias and variance, point by point over the models, then averaged over the points.

At one point, the average over the models is what the method predicts on the whole; its distance from the
target is the bias, and the scatter of the models around it is the variance. Bias is squared before averaging
over the points, or errors of opposite sign would cancel. With the population variance the two add up to the
mean squared error exactly.

O(m n) time, O(n) memory beyond the differences.
"""

import numpy as np


def bias_variance(predictions, y_true):
    """(bias squared, variance) of predictions (m models, n points), each averaged over the points."""
    average = np.mean(predictions, axis=0)  # (n,) what the method says on the whole
    bias_squared = np.mean((average - y_true) ** 2)
    variance = np.mean(np.var(predictions, axis=0))
    return bias_squared, variance


# What an interviewer asks next
#
# Write down the decomposition. E (prediction - observation)² = bias² + variance + noise, the expectation over
# training sets and over the noise of a fresh observation. Nothing lowers the last term.
#
# What moves the two? More capacity lowers bias and raises variance; regularisation and more data lower
# variance; averaging models (bagging) lowers variance and leaves bias; boosting mostly lowers bias.
#
# How do you tell them apart in practice, with one training set? By training and validation error: both high
# means bias, a wide gap means variance. The learning curve says whether more data would help.
