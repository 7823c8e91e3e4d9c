"""A two-layer network, forward: affine, ReLU, affine, softmax, with every stage kept.

Samples are rows, so a layer multiplies from the right and its bias broadcasts over the batch. The stages are
all returned because backward needs them: a1 for the second layer's weights, the sign of z1 for the ReLU. The
softmax is shifted by each row's own maximum, so it neither overflows nor divides 0 by 0.

O(n h (d + C)) time, O(n (h + C)) memory.
"""

import numpy as np


def mlp_forward(X, W1, b1, W2, b2):
    """(z1, a1, z2, y_pred) for X (n, d), W1 (d, h), b1 (h,), W2 (h, C), b2 (C,)."""
    z1 = X @ W1 + b1  # (n, h)
    a1 = np.maximum(z1, 0.0)
    z2 = a1 @ W2 + b2  # (n, C)
    exps = np.exp(z2 - z2.max(axis=1, keepdims=True))
    return z1, a1, z2, exps / exps.sum(axis=1, keepdims=True)


# What an interviewer asks next
#
# What would the network be without the ReLU? One affine map: X (W1 W2) + (b1 W2 + b2). Depth would add
# nothing.
#
# How many parameters does it have? d h + h + h C + C.
#
# What must training keep of this pass, and inference not? X, a1 and where z1 is positive. Inference can
# drop a stage as soon as the next one is computed.
