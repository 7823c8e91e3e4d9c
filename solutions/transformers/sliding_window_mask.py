"""The sliding-window mask: only the distance between two tokens decides.

The distance i − j of every pair is one subtraction that broadcasts. Negative distances are the future; distances
of `window` and more have left the window; a token's distance to itself is 0, so `window` distances remain.

O(T²) time and memory.
"""

import numpy as np


def sliding_window_mask(T, window):
    """(T, T) booleans, true where the column is in the row's future or has left its window."""
    steps = np.arange(T)
    back = steps[:, None] - steps  # how many steps column j is before row i
    return (back < 0) | (back >= window)


# What an interviewer asks next
#
# What does it save? The scores cost T · window instead of T², and while decoding the cache stays at `window` tokens
# instead of growing with T. Both only if the blocked part is never computed: a mask alone saves nothing, so kernels
# skip the blocks outside the band.
#
# How far does information travel? One layer reaches window − 1 tokens back, and each further layer as many again:
# about layers · window tokens, like the receptive field of stacked convolutions.
#
# Why do some models keep the very first tokens visible as well? Softmax weights must sum to 1, and models learn to
# put the weight that they do not need on the first tokens. Once these leave the window, quality drops sharply.
