"""Four slopes at the pre-activation.

The two ReLUs have a constant slope on either side of 0, and at 0 the left one by convention. The smooth two
are shortest in terms of their own value: s (1 - s) and 1 - t**2, so a backward pass that has kept the
activation gets them almost for free. The sigmoid is written as a tanh, which NumPy computes without overflow at
any x.

O(size of x) time and memory each.
"""

import numpy as np


def relu_grad(x):
    """1 where x > 0, else 0."""
    return np.where(x > 0.0, 1.0, 0.0)


def leaky_relu_grad(x, slope=0.01):
    """1 where x > 0, else slope."""
    return np.where(x > 0.0, 1.0, slope)


def sigmoid_grad(x):
    """s (1 - s) with s = sigmoid(x)."""
    s = (1.0 + np.tanh(x / 2.0)) / 2.0
    return s * (1.0 - s)


def tanh_grad(x):
    """1 - tanh(x)**2."""
    return 1.0 - np.tanh(x) ** 2


# What an interviewer asks next
#
# How large can these slopes get, and why does that matter? The sigmoid's is at most 1/4, tanh's at most 1.
# Ten sigmoid slopes multiply to at most 1e-6, before the weights: the vanishing gradient in one line.
#
# ReLU has no derivative at 0. Why does nobody mind? Any number in [0, 1] is a subgradient there, real inputs
# hardly ever are exactly 0, and 0 keeps sparse activations sparse in the backward pass.
#
# From the activation alone, which of the four slopes can you recover? All but leaky ReLU's with a slope below
# 0: the sign of the output tells the side, and s and t give the formulas.
