"""LoRA: a linear layer with a low-rank update

Fine-tuning a large weight matrix is costly, so it stays frozen and a product of two thin matrices learns
the difference:

    y = x W + (alpha / r) · x A B

x      (n, d_in)
W      (d_in, d_out), frozen
A      (d_in, r)
B      (r, d_out)
alpha  a number: how strongly the update counts
returns (n, d_out)

    >>> x, W = np.array([[1.0, 2.0]]), np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    >>> A, B = np.array([[1.0, 0.0], [0.0, 1.0]]), np.array([[0.0, 0.0, 2.0], [0.0, 4.0, 0.0]])
    >>> lora_forward(x, W, A, B, alpha=1)
    array([[1., 6., 1.]])

Edge cases: r may be 1; alpha need not be a multiple of r; W is shared with others and must stay as it is.
"""

import numpy as np


def lora_forward(x, W, A, B, alpha):
    raise NotImplementedError
