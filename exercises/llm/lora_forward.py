"""LoRA: a linear layer with a low-rank update

Fine-tuning a large weight matrix is expensive. LoRA freezes it and learns the
change as a product of two thin matrices:

    y = x W + (alpha / r) · x A B

x        (n, d_in) inputs
W        (d_in, d_out) the frozen weight
A        (d_in, r)
B        (r, d_out)
alpha    a number: how strongly the update counts
returns  an array (n, d_out)

    >>> x = np.array([[1.0, 2.0]])
    >>> W = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    >>> A = np.array([[1.0, 0.0], [0.0, 1.0]])
    >>> B = np.array([[0.0, 0.0, 2.0], [0.0, 4.0, 0.0]])
    >>> lora_forward(x, W, A, B, alpha=1)
    array([[1., 6., 1.]])

Edge cases
- sizes of 1: n, d_in, d_out and r may each be 1
- large rank: r may exceed d_in and d_out
- any alpha: an int or a float, also 0, less than r, or not a multiple of r
"""

import numpy as np


def lora_forward(x, W, A, B, alpha):
    raise NotImplementedError
