"""Backward pass of attention: two matrix products, a softmax and a matrix product, walked through in reverse.

A product C = X Y gives dX = dC Yᵀ and dY = Xᵀ dC. That covers out = A V and the scores S = Q Kᵀ / √d. Between them is
the softmax, row by row: its Jacobian is diag(a) - a aᵀ, so ds = a · (da - Σ da · a). The subtracted sum keeps the
weights of a query summing to 1. The scale belongs to the scores, so it appears once on the way back too.

A is computed again, with each row shifted by its own maximum. O(Tq · Tk · (d + d_v)) time, O(Tq · Tk) memory per
leading index.
"""

import numpy as np


def attention_backward(dout, Q, K, V):
    """Gradients with respect to Q, K and V of sum(dout * attention(Q, K, V))."""
    scale = 1 / np.sqrt(Q.shape[-1])
    scores = Q @ K.swapaxes(-1, -2) * scale  # (..., Tq, Tk)
    exps = np.exp(scores - scores.max(axis=-1, keepdims=True))
    A = exps / exps.sum(axis=-1, keepdims=True)

    dV = A.swapaxes(-1, -2) @ dout  # (..., Tk, d_v)
    dA = dout @ V.swapaxes(-1, -2)  # (..., Tq, Tk)
    dS = A * (dA - np.sum(dA * A, axis=-1, keepdims=True)) * scale
    return dS @ K, dS.swapaxes(-1, -2) @ Q, dV


# What an interviewer asks next
#
# Why does Σ da · a not need the matrix A in FlashAttention? With da = dout Vᵀ, the sum over the keys of da · a is
# dout · (A V) = dout · out, row by row. It is computed once per query from what the forward pass returned.
#
# What does the forward pass have to keep? Naively A, of size Tq · Tk per head. FlashAttention keeps out and one number
# per query, the logarithm of its sum of exponentials, and computes the weights again block by block.
#
# What happens to the gradient where the softmax is saturated? One weight is near 1 and the rest near 0. Then
# a · (da - Σ da · a) is nearly 0, so Q and K get almost no gradient. The scale 1 / √d keeps scores away from there.
#
# What does a mask change? Blocked weights are 0, so their dS is 0 by the same formula. Nothing else changes.
