"""A recurrent layer: the inputs of all steps at once, the states one after the other.

x W_x + b does not depend on any state, so one large product serves all steps. What is left in the loop is the one
product with W_h that has to wait for the state before. np.tanh saturates at ±1 without overflow.

O(B · T · (D · H + H²)) time, O(B · T · H) memory.
"""

import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    """The states (B, T, H) after each step."""
    inputs = x @ W_x + b  # (B, T, H)
    states = np.empty(inputs.shape)
    h = h0
    for t in range(x.shape[1]):
        h = np.tanh(inputs[:, t] + h @ W_h)  # (B, H)
        states[:, t] = h
    return states


# What an interviewer asks next
#
# Why is training slow on long sequences? Step t needs the state of step t − 1, so the T steps cannot run in parallel. A
# transformer has no such chain in training, and linear recurrences replace the loop by a parallel scan.
#
# Why do gradients vanish or explode? Going back one step multiplies the gradient by W_h and by the slope of tanh, which
# is at most 1. Over many steps the product shrinks or grows exponentially. Gates, careful initialization and clipping
# help.
#
# How do you treat a batch of padded sequences? Keep the old state where the step is padding, h = where(blocked, h,
# new), or read each sequence's output at its own last token instead of at position T − 1.
