"""The LoRA forward pass, with the thin products first.

(x A) B costs n r (d_in + d_out) multiplications and never builds a matrix of W's size. x (A B) would pay d_in r d_out
for it in every step, and the memory too. Dividing by the rank keeps the update's size about the same when r changes,
so alpha and the learning rate need no new tuning.

O(n d_in d_out + n r (d_in + d_out)) time.
"""

import numpy as np


def lora_forward(x, W, A, B, alpha):
    """The frozen layer's output plus the scaled low-rank update."""
    rank = A.shape[1]
    update = np.matmul(x @ A, B)  # (n, r) times (r, d_out)
    return x @ W + alpha / rank * update


# What an interviewer asks next
#
# How are A and B initialized? A at random and B with zeros, so the update is 0 at the start and the model begins as
# it was. If both were zero, neither would ever get a gradient.
#
# How many parameters are trained? r (d_in + d_out) instead of d_in d_out: for 4096 by 4096 and r = 8 that is 65,536
# against 16.8 million, one in 256. The optimizer's state shrinks with it.
#
# What does it cost at inference? Nothing, if you merge W + (alpha / r) A B once. If you keep them apart, many adapters
# can share one W in memory.
