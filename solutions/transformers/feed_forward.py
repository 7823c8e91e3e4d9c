"""The feed-forward layer: two matrix products with a ReLU between them.

A matrix product works on the last axis of whatever stands before it, so one token, a sequence and a batch of
sequences need no different code, and no token sees another. The ReLU comes once, between the layers: without
it the two would collapse into one affine map, and a second one would forbid negative outputs.

O(tokens · D · F) time.
"""

import numpy as np


def feed_forward(x, W1, b1, W2, b2):
    """max(0, x W1 + b1) W2 + b2 for every token."""
    hidden = np.maximum(0, x @ W1 + b1)  # (..., F)
    return hidden @ W2 + b2  # (..., D)


# What an interviewer asks next
#
# How wide is F? Usually 4 D. These layers then hold two thirds of a block's weights: 8 D² against attention's
# 4 D².
#
# What does it do that attention cannot? Attention's output is a weighted mean of values, linear in them. This
# layer is where the features of one token are combined non-linearly.
#
# What do newer models use in place of the ReLU? GELU, or a gate: (swish(x W) * (x V)) W2, with F cut to two
# thirds so that three matrices cost as much as two.
