"""The SwiGLU feed-forward layer

Many language models replace the ReLU of the feed-forward layer with a gate:
one projection of the token passes through SiLU and scales another
projection, entry by entry. There are no biases:

    out     = (silu(x W_gate) * (x W_up)) W_down
    silu(z) = z · σ(z) = z / (1 + exp(−z))

x             (..., D), one token's features along the last axis
W_gate, W_up  (D, F) each
W_down        (F, E); E is often D
returns       an array (..., E)

    >>> x = np.array([[1.0, 2.0]])
    >>> W_gate = np.array([[0.0, np.log(3.0)], [0.0, 0.0]])
    >>> W_up = np.array([[1.0, 0.0], [0.0, 2.0]])
    >>> W_down = np.array([[1.0, 0.0], [0.0, 1.0]])
    >>> swiglu(x, W_gate, W_up, W_down).round(4)
    array([[0.    , 3.2958]])

The gate's second entry is log 3 and σ(log 3) = 3/4, so the second hidden
entry is 0.75 · log 3 · 4 = 3.2958.

Edge cases
- leading axes: any number of them, also none: x (D,) gives (E,)
- output width: E may differ from D
- widths of 1: D, F or E may be 1, and so may the number of tokens
- large entries: entries of x W_gate up to ±1e4, without NaN and without a
  warning
"""

import numpy as np


def swiglu(x, W_gate, W_up, W_down):
    raise NotImplementedError
