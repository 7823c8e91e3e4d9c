"""A GRU step: two products that are added for the gates, and kept apart for the candidate.

The reset gate multiplies the state's part of the candidate after the product, its bias included. So the two products
are computed whole, for all three blocks, and added only where they may be. σ(s) = exp(-log(1 + exp(-s))) overflows
nowhere.

O(B · (D · H + H²)) time, O(B · H) memory.
"""

import numpy as np


def sigmoid(s):
    """1 / (1 + exp(-s)), without overflow."""
    return np.exp(-np.logaddexp(0.0, -s))


def gru_cell(x, h, W, U, b_w, b_u):
    """The state (B, H) after one step."""
    x_r, x_u, x_n = np.split(x @ W + b_w, 3, axis=1)
    h_r, h_u, h_n = np.split(h @ U + b_u, 3, axis=1)
    r = sigmoid(x_r + h_r)
    u = sigmoid(x_u + h_u)
    n = np.tanh(x_n + r * h_n)
    return (1 - u) * n + u * h


# What an interviewer asks next
#
# How does a GRU differ from an LSTM? It has one state instead of two and no output gate, and one gate u decides both
# what is kept and what is written. It has three blocks of weights instead of four. Neither is better everywhere.
#
# Why are there two biases? In the gates their sum would do. In the candidate b_un is inside the product with r and b_wn
# is not, so they are different parameters.
#
# In which other form is the reset gate common? The original paper multiplies the state before the product, (r * h) U_n.
# The form here lets one product with U serve all three blocks, which is why libraries on GPUs use it. Weights do not
# carry over from one form to the other.
#
# What happens where u is near 1? The state is copied, and the gradient passes that step unchanged. That is how a GRU
# carries information over many steps.
