"""Gradient by central differences

Approximate the gradient of a function from outside, by moving one entry of x at a time:

    df/dx_i is about (f(x + h e_i) - f(x - h e_i)) / (2 h)

f       takes an array of x's shape and returns a number
x       a float array of any shape
h       how far to move; 1e-5 unless told otherwise
returns an array of x's shape

    >>> numerical_gradient(lambda x: np.sum(x**3), np.array([[0.0, 1.0], [2.0, 3.0]]), h=0.5)
    array([[ 0.25,  3.25],
           [12.25, 27.25]])

(The true gradient is 3 x**2: with h = 0.5 the formula is off by h**2 = 0.25, which is right here.)

Edge cases: f always sees an array of x's shape; afterwards x holds exactly what it held before, to the last
bit.
"""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    raise NotImplementedError
