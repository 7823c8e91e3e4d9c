"""One step of skip-gram with negative sampling: k + 1 logistic regressions that share the center.

The derivative of each term with respect to its product is prediction minus label: σ − 1 for the neighbor, σ for a
negative. Each vector then gets that error times the vector on the other side of the product. The center is on one side
of all of them, so its gradient is a sum.

O(k d) time.
"""

import numpy as np


def skip_gram_step(center, context, negatives, lr):
    """The three arguments after one step of gradient descent."""
    positive_error = sigmoid(context @ center) - 1
    negative_errors = sigmoid(negatives @ center)  # (k,)
    center_gradient = positive_error * context + negative_errors @ negatives  # (d,)
    new_context = context - lr * positive_error * center
    new_negatives = negatives - lr * negative_errors[:, None] * center  # (k, d)
    return center - lr * center_gradient, new_context, new_negatives


def sigmoid(z):
    """1 / (1 + exp(−z)), which becomes 0 instead of overflowing for large −z."""
    return np.exp(-np.logaddexp(0.0, -z))


# What an interviewer asks next
#
# Why negative sampling and not a softmax? The softmax's denominator runs over the whole vocabulary, O(V d) per pair.
# Negative sampling replaces it by k + 1 binary decisions, O(k d).
#
# How are the negatives drawn? In proportion to count^0.75, which draws rare words a bit more often than their
# frequency. Words drawn by chance may be real neighbors; with a large vocabulary that is rare.
#
# Why does each word have two vectors? One matrix is used for centers, another for contexts. With one, a word's product
# with itself would be large although words rarely occur beside themselves. After training, the center vectors are kept.
#
# What does it compute, seen as a factorization? With enough dimensions and negatives drawn by frequency, the
# products approach PMI(word, context) − ln k, where PMI is the pointwise mutual information. So it factorizes a
# shifted matrix of co-occurrences.
