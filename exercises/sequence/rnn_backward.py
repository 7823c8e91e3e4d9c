"""Recurrent network: backpropagation through time

The forward pass was a recurrent layer. With steps from 1 to T, x_t is
x[:, t - 1], and h_0 is h0:

    h_t = tanh(x_t W_x + h_(t-1) W_h + b)

All states h_1 to h_T are outputs. dh[:, t - 1] holds the gradient of the
loss with respect to the output h_t alone. It does not include what reaches
the loss through later states, so add that yourself. Find the gradients with
respect to all five inputs. They are those of sum(dh * states), where states
is the (B, T, H) array of all outputs.

dh       (B, T, H), the direct gradient of each output
x        (B, T, D)
h0       (B, H), the state before the first step
W_x      (D, H)
W_h      (H, H)
b        (H,)
returns  a tuple (dx, dh0, dW_x, dW_h, db), each of its input's shape

    >>> one = np.array([[1.0]])
    >>> dh = np.array([[[0.0], [1.0]]])
    >>> x = np.zeros((1, 2, 1))
    >>> dx, dh0, dW_x, dW_h, db = rnn_backward(
    ...     dh, x, 0 * one, one, 2 * one, np.zeros(1)
    ... )
    >>> dx[0, :, 0], dh0, db
    (array([2., 1.]), array([[4.]]), array([3.]))

Edge cases
- one step: T = 1
- sizes of one: B, D and H may be 1
"""

import numpy as np


def rnn_backward(dh, x, h0, W_x, W_h, b):
    raise NotImplementedError
