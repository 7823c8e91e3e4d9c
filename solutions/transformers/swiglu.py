"""SwiGLU: one projection, passed through SiLU, scales the other entry by entry.

A matrix product works on the last axis, so one token, a sequence and a batch need the same code. The sigmoid is
written with exponents that are never positive, exp(min(z, 0)) / (1 + exp(−|z|)), so that no entry overflows.

O(tokens · F · (2 D + E)) time.
"""

import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    """(silu(x W_gate) * (x W_up)) W_down for every token."""
    gate = x @ W_gate  # (..., F)
    silu = gate * np.exp(np.minimum(gate, 0)) / (1 + np.exp(-np.abs(gate)))
    return (silu * (x @ W_up)) @ W_down  # (..., E)


# What an interviewer asks next
#
# How wide is F compared with a plain feed-forward layer? Two thirds as wide: 8 D / 3 instead of 4 D. Three matrices of
# D · 8 D / 3 weights have 8 D² in total, as many as two of D · 4 D. F is then rounded up to a multiple that suits the
# hardware.
#
# What can the gate do that an activation alone cannot? The hidden entry is a product of two projections of the token.
# So the layer can multiply features with each other, where max(0, x W1) W2 is linear wherever no unit changes sides.
#
# Why SiLU and not a sigmoid as the gate? A sigmoid saturates on both sides, and its gradient vanishes there. SiLU is
# about z for large z, so the gradient passes. In practice the variants with SiLU, GELU or ReLU as the gate come out
# close to each other, and better than the layer without a gate.
#
# How is it computed in one product? Put W_gate and W_up side by side as one (D, 2F) matrix, multiply once, and split
# the result into two halves. One large product uses the hardware better than two small ones.
