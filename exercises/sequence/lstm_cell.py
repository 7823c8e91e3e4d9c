"""LSTM cell

An LSTM carries two states from step to step: h, which is also its output,
and a cell state c, which is only scaled and added to. Compute one step for a
batch:

    z  = x W + h U + b
    c' = σ(z_f) * c + σ(z_i) * tanh(z_g)
    h' = σ(z_o) * tanh(c')

with σ(s) = 1 / (1 + exp(-s)), and * entry by entry. z has four blocks of H
columns, in this order: z_i for the input gate, z_f for the forget gate, z_g
for the candidate, z_o for the output gate.

x        (B, D), the input of this step
h, c     (B, H), the states before it
W        (D, 4H)
U        (H, 4H)
b        (4H,)
returns  a tuple (h', c'), two arrays (B, H)

    >>> x, h, c = np.zeros((1, 1)), np.zeros((1, 1)), np.array([[4.0]])
    >>> W, U = np.zeros((1, 4)), np.zeros((1, 4))
    >>> new_h, new_c = lstm_cell(x, h, c, W, U, np.array([0, 0, 1.0, 0]))
    >>> new_c.round(4)  # 0.5 * 4 + 0.5 * tanh(1)
    array([[2.3808]])
    >>> new_h.round(4)  # 0.5 * tanh(2.3808)
    array([[0.4915]])

Edge cases
- sizes of one: B, D and H may be 1
- large sums: entries of z and of c up to ±1e4, without a warning
"""

import numpy as np


def lstm_cell(x, h, c, W, U, b):
    raise NotImplementedError
