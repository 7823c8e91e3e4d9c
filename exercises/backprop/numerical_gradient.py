"""Gradient by central differences

Approximate the gradient of a function by moving one entry of x at a time:

    df/dx_i is about (f(x + h e_i) - f(x - h e_i)) / (2 h)

f        takes an array of x's shape and returns a number
x        a float array of any shape
h        how far to move, 1e-5 by default
returns  an array of x's shape

You may change the entries of x itself if you restore them exactly. A float64
copy is better where x is float32, which is too coarse for a step of 1e-5.

    >>> x = np.array([[0.0, 1.0], [2.0, 3.0]])
    >>> numerical_gradient(lambda x: np.sum(x**3), x, h=0.5)
    array([[ 0.25,  3.25],
           [12.25, 27.25]])

The true gradient is 3 x**2. With h = 0.5 the formula is off by h**2 = 0.25,
and your result should show that error.

Edge cases
- more axes: x may have two or three axes, and f may depend on its shape
- large entries: the step is h, also where an entry is in the hundreds
- a single number: x may be a 0-d array, of shape ()
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    raise NotImplementedError
