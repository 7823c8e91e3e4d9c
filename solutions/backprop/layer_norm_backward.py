"""Backward pass of layer normalization in its short form.

Let g = dout * gamma be the gradient at x_hat and s = 1 / sqrt(var + eps). Within a row three paths lead from x_i to the
loss:

    directly              s * g_i
    through the mean      -s * mean(g): x_i moves the mean by 1 / D of itself
    through the variance  -s * x_hat_i * mean(g * x_hat), since d var / d x_i = 2 (x_i - mean) / D and
                          d s / d var = -s^3 / 2

Added up: dx = s * (g - mean(g) - x_hat * mean(g * x_hat)), with means over the row. gamma varies along the axis that is
averaged, so it stays inside the means; in batch normalization it can be pulled out. gamma and beta are shared by all
rows, so their gradients are sums over every leading axis.

O(size of x) time and memory.
"""

import numpy as np


def layer_norm_backward(dout, x, gamma, eps=1e-5):
    """Gradients with respect to x, gamma and beta."""
    scale = 1 / np.sqrt(x.var(axis=-1, keepdims=True) + eps)  # (..., 1)
    x_hat = (x - x.mean(axis=-1, keepdims=True)) * scale  # (..., D)
    g = dout * gamma
    through_mean = g.mean(axis=-1, keepdims=True)
    through_variance = x_hat * (g * x_hat).mean(axis=-1, keepdims=True)
    dx = scale * (g - through_mean - through_variance)

    rows = tuple(range(x.ndim - 1))  # all leading axes, also none
    return dx, np.sum(dout * x_hat, axis=rows), np.sum(dout, axis=rows)


# What an interviewer asks next
#
# Which properties check dx without finite differences? Each row of dx sums to 0, since adding a constant to a row of x
# changes nothing. And with a negligible eps it is orthogonal to x - mean, since stretching a row changes nothing.
#
# How does it differ from the backward pass of batch normalization? The means run over the features of a row, not over
# the batch. So gamma stays inside them, and no sample influences another one's gradient.
#
# What becomes simpler with RMSNorm? There is no mean, so its path is gone: dx = s * (g - x_hat * mean(g * x_hat)), with
# x_hat = x * s and s = 1 / sqrt(mean(x²) + eps). And there is no beta.
#
# What does a fused kernel keep from the forward pass? The mean and s of each row, two numbers, and x itself. It
# computes x_hat again, because reading memory costs more than the arithmetic.
