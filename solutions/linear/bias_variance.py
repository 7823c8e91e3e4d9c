"""Bias and variance, point by point over the models, then averaged over the points.

At one point, the average over the models is what the method predicts in general. Its distance from the target is the
bias, and the scatter of the models around it is the variance. The bias is squared before averaging over the points;
otherwise errors of opposite sign would cancel. With the population variance the two add up exactly to the mean squared
error.

O(m n) time, O(n) memory beyond the differences.
"""

import numpy as np


def bias_variance(predictions, y_true):
    """(bias squared, variance) of predictions (m models, n points), each averaged over the points."""
    average = np.mean(predictions, axis=0)  # (n,)
    bias_squared = np.mean((average - y_true) ** 2)
    variance = np.mean(np.var(predictions, axis=0))
    return bias_squared, variance


# What an interviewer asks next
#
# What is the decomposition of the expected squared error? E (prediction - observation)² = bias² + variance + noise, the
# expectation over training sets and over the noise of a fresh observation. No model lowers the last term.
#
# What changes each of them? More capacity lowers bias and raises variance. More data lowers variance, and so does
# regularization, which raises bias. Averaging models (bagging) lowers variance and leaves bias. Boosting mostly lowers
# bias.
#
# How do you tell them apart in practice, with one training set? By training and validation error: both high
# means bias, a wide gap means variance. The learning curve says whether more data would help.
