"""Softmax, shifted by the maximum so that no exponential overflows.

Adding a constant to all scores of a slice multiplies numerator and denominator by the same factor, so the shift
is free. Choosing the slice's own maximum makes the largest exponent 0: every exponential is in (0, 1], and the
sum is at least 1, so the division is safe as well. The maximum must belong to the slice: with one maximum for the
whole array, a row far below it underflows to 0 / 0.

O(size of x) time and memory.
"""

import numpy as np


def softmax(x, axis=-1):
    """Probabilities along ``axis``: exp(x_i) / sum_j exp(x_j), of x's shape."""
    shifted = x - np.max(x, axis=axis, keepdims=True)  # largest entry of each slice is now 0
    exps = np.exp(shifted)
    return exps / np.sum(exps, axis=axis, keepdims=True)


# What an interviewer asks next
#
# Why is log(softmax(x)) a poor log-softmax? Entries that underflow to 0 have a log of -inf, though their true
# log-probability is a modest number such as -2000. Subtract log(sum(exp)) instead.
#
# What does dividing x by a temperature do? Below 1 it sharpens towards argmax, above 1 it flattens towards uniform.
#
# What is the Jacobian? diag(p) - p pᵀ; with cross-entropy on top it collapses to p - y.
