"""Softmax and cross-entropy fused: the logarithm cancels the exponential before either can overflow or underflow.

log p = z - log(sum(exp(z))) needs no probability, so a class whose probability underflows still has its exact
loss. Shifting a row by its maximum changes nothing but keeps the sum between 1 and C. In the gradient the
Jacobians of softmax and logarithm collapse to p - y, which is why the two are fused in every library; the 1/n
is the mean's.

O(n C) time and memory.
"""

import numpy as np


def softmax_cross_entropy(logits, labels):
    """Mean loss of (n, C) logits and (n,) labels, and its gradient (n, C)."""
    n = len(logits)
    rows = np.arange(n)
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
    loss = -log_p[rows, labels].mean()

    gradient = np.exp(log_p)
    gradient[rows, labels] -= 1.0  # p - y, without building the one-hot y
    return loss, gradient / n


# What an interviewer asks next
#
# How do you derive p - y? Write L = log(sum(exp(z))) - z_label. The derivative by z_j of the first term is
# exp(z_j) / sum(exp(z)) = p_j, and that of z_label is 1 where j is the label, else 0.
#
# What does the gradient look like for a sure and wrong answer? Close to 1 at the wrong class and to -1 at the
# label (over n, for the mean): it does not vanish. With a squared error on the probabilities, the slope of the
# softmax would make it vanish.
#
# Each row of the gradient sums to 0: why? Adding a constant to a row's logits changes no probability, so the
# loss does not change in that direction.
#
# What changes with label smoothing? Only y: (1 - s) at the label plus s / C everywhere. The gradient is still
# p - y.
