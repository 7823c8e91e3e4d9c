"""RMSprop: the gradient over the root of its recent mean square.

Each weight has its own scale v, so steep and flat directions move at about the same speed. The current square is
in v before v is used, so the first ratio is at most 1 / sqrt(1 - alpha) and does not explode. eps is outside the
root and keeps 0 / 0 away.

O(size of w) time and memory.
"""

import numpy as np


def rmsprop_step(w, grad, v, lr=1e-2, alpha=0.99, eps=1e-8):
    """(w, v) after one step; the new average is used at once."""
    v = alpha * v + (1.0 - alpha) * grad**2
    return w - lr * grad / (np.sqrt(v) + eps), v


# What an interviewer asks next
#
# How does AdaGrad differ? It adds the squares up without forgetting, so its steps shrink forever.
#
# How does Adam differ? It uses momentum in place of the plain gradient, and corrects both averages for their start at
# 0. Without the correction, RMSprop's first step is 1 / sqrt(1 - alpha), that is ten, times too long.
