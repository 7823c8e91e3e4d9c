"""Backpropagation through a two-layer network: the forward pass again, then its mirror image.

Softmax and cross-entropy together have the gradient p - y at the scores. From there on, one rule is used twice:
for z = a W + b, the weights get aᵀ dz, the biases get the column sums of dz, and the input a gets dz Wᵀ. The ReLU
lets the gradient through where it let the signal through. The shapes check every line: a gradient has the shape
of its parameter.

O(n h (d + C)) time, about twice the forward pass.
"""

import numpy as np


def mlp_backward(X, y_true, W1, b1, W2, b2):
    """(dW1, db1, dW2, db2) of the summed cross-entropy, for X (n, d) and one-hot y_true (n, C)."""
    a1 = np.maximum(X @ W1 + b1, 0.0)  # (n, h)
    z2 = a1 @ W2 + b2  # (n, C)
    exps = np.exp(z2 - z2.max(axis=1, keepdims=True))
    y_pred = exps / exps.sum(axis=1, keepdims=True)

    dz2 = y_pred - y_true  # (n, C)
    dz1 = (dz2 @ W2.T) * (a1 > 0.0)  # (n, h)
    return X.T @ dz1, dz1.sum(axis=0), a1.T @ dz2, dz2.sum(axis=0)


# What an interviewer asks next
#
# Your framework reports gradients that differ by one factor. Why? It averages the loss over the batch. Divide dz2
# by n once, and everything below follows.
#
# What is the gradient of the ReLU at 0? Any number between 0 and 1 is a subgradient; libraries take 0. It hardly
# ever happens in practice.
#
# Why does backward cost about twice as much as forward? Each affine layer needs two products, one for its
# weights and one for its input, where forward needs one.
#
# What is a dead unit? One whose z1 is negative for every sample: its column of dW1 and its entry of db1 are 0, so
# it never recovers. A leaky slope or smaller steps prevent it.
