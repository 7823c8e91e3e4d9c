"""The feed-forward layer: two matrix products with a ReLU between them.

A matrix product works on the last axis, with any axes before it. So one token, a sequence and a batch of
sequences need the same code, and no token sees another. There is one ReLU, between the layers. Without it they
would collapse into one affine map, and a second one would rule out negative outputs.

O(tokens · F · (D + E)) time.
"""

import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    """max(0, x W1 + b1) W2 + b2 for every token."""
    hidden = np.maximum(0, x @ W1 + b1)  # (..., F)
    return hidden @ W2 + b2  # (..., E)


# What an interviewer asks next
#
# How wide is F? Usually 4 D. These layers then have two thirds of a block's weights: 8 D² against attention's 4
# D².
#
# What does it do that attention cannot? Attention returns weighted means of values, which are linear in them. This
# layer combines the features of one token non-linearly.
#
# What do newer models use instead of the ReLU? GELU, or a gate: (swish(x W) * (x V)) W2, with F cut to two thirds so
# that three matrices cost as much as two.
