"""Cosine schedule: a straight line up, half a cosine down, flat ever after.

The cosine's share of the way is counted from the end of the warm-up, and limited to 1: beyond its half turn
the cosine would climb again. The warm-up is a line through 0, whatever min_lr is.

O(1).
"""

import math


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    """The learning rate at this step."""
    if step < warmup_steps:
        return base_lr * step / warmup_steps
    done = min(1.0, (step - warmup_steps) / (total_steps - warmup_steps))
    return min_lr + (base_lr - min_lr) * (1.0 + math.cos(math.pi * done)) / 2.0


# What an interviewer asks next
#
# Why warm up at all? At first Adam's averages rest on few gradients, and the weights are far from anything
# sensible: large steps then do lasting damage. A post-norm transformer hardly trains without a warm-up.
#
# Why a cosine and not a line? It stays high for longer and lands gently. The difference is small; that it
# ends near 0 matters more.
#
# What is awkward about it? total_steps must be known in advance: training cannot be extended without a new schedule.
