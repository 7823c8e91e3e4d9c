"""Softmax along an axis

Turn scores into probabilities: along the chosen axis, every entry becomes

    softmax(x)_i = exp(x_i) / sum_j exp(x_j)

x       any shape; scores up to ±1e4, and one row may lie orders of magnitude below another
axis    the axis along which the result sums to 1; the last one unless told otherwise
returns an array of x's shape

    >>> softmax(np.array([[0.0, 0.0], [0.0, np.log(3.0)]]))
    array([[0.5 , 0.5 ],
           [0.25, 0.75]])

Edge cases: scores like 1e4 must give neither NaN nor a warning, and x itself stays as it is.
"""

import numpy as np


def softmax(x, axis=-1):
    raise NotImplementedError
