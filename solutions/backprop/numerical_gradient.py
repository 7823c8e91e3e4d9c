"""Central differences, entry by entry, on a copy.

One evaluation on each side cancels the even terms of the Taylor series, so the error is h²/6 f''' and not h/2
f''. The entry is restored from a saved value, because 0.1 + h - h is not always 0.1. The copy is always float64,
because float32 is too coarse for a step of 1e-5.

2 * size of x evaluations of f: for checking gradients, not for training.
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    """Approximate gradient of f at x, of x's shape."""
    moved = np.array(x, dtype=float)
    gradient = np.empty(moved.shape)
    for index in np.ndindex(moved.shape):
        entry = moved[index]
        moved[index] = entry + h
        above = f(moved)
        moved[index] = entry - h
        gradient[index] = (above - f(moved)) / (2 * h)
        moved[index] = entry
    return gradient


# What an interviewer asks next
#
# Why not h = 1e-12? The truncation error shrinks with h², but f's rounding error is divided by h. They
# balance near the cube root of the machine epsilon, about 1e-5 in float64.
#
# How do you compare it with an analytic gradient? By relative error, |a - b| / max(|a|, |b|): 1e-7 is fine,
# 1e-2 is a bug. A kink of a ReLU between x - h and x + h spoils single entries without any bug.
#
# What if x has a million entries? Check a few at random, or one random direction: f(x + h v) - f(x - h v)
# against 2 h times the dot product of v and the gradient.
