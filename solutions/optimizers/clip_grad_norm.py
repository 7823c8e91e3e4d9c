"""Clipping by the global norm: one length, one factor.

All arrays share the factor, so the step keeps its direction and only its length is bounded. Dividing by the
larger of norm and limit makes the factor exactly 1 for gradients within the limit, and never divides by 0.

O(number of entries) time and memory.
"""

import numpy as np


def clip_grad_norm(grads, max_norm):
    """(list of arrays scaled to a joint norm of at most max_norm, the norm before)."""
    norm = np.sqrt(sum(np.sum(grad**2) for grad in grads))
    scale = max_norm / max(norm, max_norm)
    return [grad * scale for grad in grads], norm


# What an interviewer asks next
#
# Why not clip each entry to [-c, c]? That changes the direction of the step: large entries are cut, small ones
# are not.
#
# Which problem does it solve? Exploding gradients, as in recurrent networks over long sequences. It does not help with
# vanishing ones: the share of the early layers or steps is tiny next to the rest, and one factor for all of them does
# not change that.
#
# Why is the norm returned? For the log: if it is clipped at every step, the learning rate or the
# initial weights are probably wrong.
