"""Backward pass of batch normalization in its short form.

Let g = dout * gamma be the gradient at x_hat and s = 1 / sqrt(var + eps). Three paths lead from x_i to the
loss:

    directly              s * g_i
    through the mean      -s * mean(g): x_i moves the mean by 1 / n of itself, and every x_hat loses s times that
    through the variance  -s * x_hat_i * mean(g * x_hat), since d var / d x_i = 2 (x_i - mean) / n and
                          d s / d var = -s^3 / 2

Added up: dx = s * (g - mean(g) - x_hat * mean(g * x_hat)). In words: the layer's output no longer depends on
a shift and (but for eps) a stretch of the batch, so both are taken out of the gradient. gamma and beta meet
each sample once, so their gradients are plain sums.

O(n * d) time and memory.
"""

import numpy as np


def batch_norm_backward(dout, x, gamma, eps=1e-5):
    """Gradients with respect to x, gamma and beta."""
    scale = 1 / np.sqrt(x.var(axis=0) + eps)  # (d,)
    x_hat = (x - x.mean(axis=0)) * scale  # (n, d)
    dgamma = np.sum(dout * x_hat, axis=0)
    dbeta = np.sum(dout, axis=0)
    dx = gamma * scale * (dout - (dbeta + x_hat * dgamma) / len(x))
    return dx, dgamma, dbeta


# What an interviewer asks next
#
# How do you check it? Against central differences of sum(dout * forward(x)), entry by entry. And by
# properties: each column of dx sums to 0, since adding a constant to a column of x changes nothing.
#
# What does it become at inference, with running statistics? They are constants: dx = dout * gamma * s, the
# direct path alone.
#
# What must the forward pass keep? x_hat and s; x itself is not needed again.
#
# What is the backward pass of layer norm? The same formula with the means over the last axis, and
# g = dout * gamma inside them, since gamma then varies along the axis that is averaged.
