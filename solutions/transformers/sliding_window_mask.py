"""The sliding-window mask: how far back a token lies decides, and nothing else.

The distance i − j of every pair is one subtraction that broadcasts. Negative distances are the future; distances
of `window` and more have left the window; a token's distance to itself is 0, so `window` distances remain.

O(T²) time and memory.
"""

import numpy as np


def sliding_window_mask(T, window):
    """(T, T) booleans, true where the column is in the row's future or has left its window."""
    steps = np.arange(T)
    back = steps[:, None] - steps  # how far column j lies behind row i
    return (back < 0) | (back >= window)


# What an interviewer asks next
#
# What does it save? Scores and cache grow with T · window instead of T², provided that the blocked part is never
# computed: a mask alone saves nothing, so kernels skip the blocks outside the band.
#
# How far does information travel? One layer reaches window − 1 tokens back, and each further layer as many again:
# about layers · window tokens, as the receptive field of stacked convolutions grows.
#
# Why do some models keep the very first tokens visible as well? Softmax weights must sum to 1, and models learn to
# put what they do not need on the first tokens. Once these leave the window, quality falls abruptly.
