"""Soft thresholding: x minus the part of it within [-t, t].

np.clip(x, -t, t) is x itself where |x| <= t, and the nearer of -t and t elsewhere. Subtracting it leaves 0 in the first
case and moves x by t toward 0 in the second, without branches and without overshoot.

O(size of x) time and memory.
"""

import numpy as np


def soft_threshold(x, t):
    """x moved by t toward 0, elementwise, and 0 where |x| <= t."""
    return x - np.clip(x, -t, t)


# What an interviewer asks next
#
# Where is it used? In proximal gradient descent for the lasso (ISTA): a gradient step on the squared error, then a soft
# threshold with t = lr * lam. Coordinate descent applies it to one weight at a time.
#
# Why does L1 give exact zeros and L2 not? The slope of |u| stays at 1 right up to 0, so a small pull cannot move u away
# from 0. The slope of u² vanishes at 0, so L2 only shrinks: for the penalty t u² / 2 the step is x / (1 + t).
#
# How does a hard threshold differ? It keeps the large entries as they are. It is discontinuous, and it is the step of
# another penalty: the number of nonzero entries (L0).
