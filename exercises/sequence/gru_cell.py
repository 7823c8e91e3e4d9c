"""GRU cell

A gated recurrent unit has one state and two gates. The reset gate r decides
how much of the old state enters the candidate n. The update gate u decides
how much of the old state stays:

    r  = σ(x W_r + b_wr + h U_r + b_ur)
    u  = σ(x W_u + b_wu + h U_u + b_uu)
    n  = tanh(x W_n + b_wn + r * (h U_n + b_un))
    h' = (1 - u) * n + u * h

with σ(s) = 1 / (1 + exp(-s)), and * entry by entry. W, U, b_w and b_u each
have three blocks of H columns, in this order: reset (W_r, ...), update
(W_u, ...), candidate (W_n, ...).

x         (B, D), the input of this step
h         (B, H), the state before it
W         (D, 3H)
U         (H, 3H)
b_w, b_u  (3H,), the biases of the two products
returns   an array (B, H), the new state

    >>> x, h = np.array([[1.0]]), np.array([[4.0]])
    >>> W, U = np.array([[0.0, 0.0, 1.0]]), np.array([[0.0, 0.0, 0.25]])
    >>> gru_cell(x, h, W, U, np.zeros(3), np.zeros(3)).round(4)
    array([[2.4526]])

Edge cases
- sizes of one: B, D and H may be 1
- large sums: entries up to ±1e4 inside σ and tanh, without a warning
"""

import numpy as np


def gru_cell(x, h, W, U, b_w, b_u):
    raise NotImplementedError
