"""Cosine learning rate with warm-up

Return the learning rate at a given step of training. It rises in a straight
line from 0 to base_lr over the warm-up. Then it falls as half a cosine from
base_lr to min_lr at total_steps, and stays at min_lr.

step          the step, an int from 0
total_steps   the step at which min_lr is reached
base_lr       the highest rate, reached at step warmup_steps
min_lr        the rate at total_steps and later, 0 by default
warmup_steps  how long the warm-up takes; less than total_steps; 0 for none
returns       a number

    >>> rates = [
    ...     cosine_lr(step, 10, 1.0, min_lr=0.5, warmup_steps=2)
    ...     for step in (0, 1, 2, 6, 10, 11)
    ... ]
    >>> [round(float(rate), 4) for rate in rates]
    [0.0, 0.5, 1.0, 0.75, 0.5, 0.5]

Edge cases
- after the end: steps after total_steps give min_lr
- first step: with a warm-up, step 0 gives 0, even below min_lr; without one
  it gives base_lr
- short ones: a training or a warm-up of one step
"""

import numpy as np


def cosine_lr(step, total_steps, base_lr, min_lr=0.0, warmup_steps=0):
    raise NotImplementedError
