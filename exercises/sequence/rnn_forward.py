"""Recurrent network: forward pass

A recurrent layer reads a sequence step by step. Its state after step t
depends on the input of that step and on the state before it:

    h_t = tanh(x_t W_x + h_(t-1) W_h + b)

The steps are numbered from 1 here. x_t is x[:, t - 1], and h_0 is given.
The same weights serve all steps.

x        (B, T, D), one sequence of T inputs per sample
h0       (B, H), the state before the first step
W_x      (D, H)
W_h      (H, H)
b        (H,)
returns  an array (B, T, H): [:, t - 1] is the state h_t after step t

    >>> x = np.array([[[1.0], [0.0]]])
    >>> h0, W_x, W_h = np.array([[0.5]]), np.array([[1.0]]), np.array([[2.0]])
    >>> rnn_forward(x, h0, W_x, W_h, np.array([-1.0])).round(4)
    array([[[0.7616],
            [0.4802]]])

Edge cases
- one step: T = 1
- sizes of one: B, D and H may be 1
- large sums: entries up to ±1e4 before the tanh, without a warning
"""

import numpy as np


def rnn_forward(x, h0, W_x, W_h, b):
    raise NotImplementedError
