"""Cosine schedule: a straight line up, half a cosine down, then flat.

The cosine's share of the way is counted from the end of the warm-up, and limited to 1: beyond its half turn the
cosine would rise again. The warm-up is a line through 0 for any min_lr.

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
# Why warm up at all? At first Adam's averages rest on few gradients, and the weights are far from a good region,
# so large steps do lasting damage. A post-norm transformer hardly trains without a warm-up.
#
# Why a cosine and not a line? It stays high for longer and ends gently. The difference is small. It matters more
# that the rate ends near 0.
#
# What is awkward about it? You must know total_steps in advance, so you cannot extend training without a new
# schedule.
