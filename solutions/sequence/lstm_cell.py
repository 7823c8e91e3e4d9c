"""An LSTM step: one product for all four blocks, and a sigmoid that overflows nowhere.

The blocks share their inputs, so one wide product computes them together. σ(s) = exp(-log(1 + exp(-s))), and
np.logaddexp computes that logarithm for any s: exp then meets no positive number.

O(B · (D · H + H²)) time, O(B · H) memory.
"""

import numpy as np


def sigmoid(s):
    """1 / (1 + exp(-s)), without overflow."""
    return np.exp(-np.logaddexp(0.0, -s))


def lstm_cell(x, h, c, W, U, b):
    """The states (h', c') after one step."""
    z = x @ W + h @ U + b  # (B, 4H)
    z_i, z_f, z_g, z_o = np.split(z, 4, axis=1)
    c = sigmoid(z_f) * c + sigmoid(z_i) * np.tanh(z_g)
    return sigmoid(z_o) * np.tanh(c), c


# What an interviewer asks next
#
# Why does an LSTM remember longer than a plain recurrent network? Along the cell state, the gradient of c' with respect
# to c is the forget gate itself, if the gates are taken as fixed. Where it is near 1, the gradient passes many steps
# almost unchanged.
#
# Why is the forget gate's bias often set to 1 at the start? A bias of 0 starts the gate at about 0.5, so the memory
# halves in every step. At a bias of 1 the gate is about 0.73, and gradients reach further back before anything is
# learned.
#
# How many parameters does a layer have? 4 (D · H + H² + H): four times those of a plain recurrent layer. PyTorch
# keeps two biases, which adds another 4 H.
#
# Which values can h and c have? h stays between -1 and 1, because it is a gate times a tanh. c is not bounded: with
# gates near 1 it can grow by up to 1 in each step.
