"""Derivatives of four activations

Backpropagation multiplies by the slope of each activation. Write the four
slopes, each as a function of the pre-activation x, which is what went into
the activation:

    relu_grad(x)                of max(0, x)
    leaky_relu_grad(x, slope)   of x where x > 0, slope * x elsewhere
    sigmoid_grad(x)             of 1 / (1 + exp(-x))
    tanh_grad(x)                of tanh(x)

x        floats, an array of any shape
slope    a number, 0.01 by default
returns  an array of floats of x's shape

    >>> x = np.array([-2.0, 0.0, 2.0])
    >>> relu_grad(x), leaky_relu_grad(x, slope=0.5)
    (array([0., 0., 1.]), array([0.5, 0.5, 1. ]))
    >>> sigmoid_grad(np.array([0.0, np.log(3.0)]))
    array([0.25  , 0.1875])
    >>> tanh_grad(np.array([0.0, np.log(2.0)]))
    array([1.  , 0.64])

Edge cases
- zero: at exactly 0, both ReLUs have the slope of their negative side
- other slopes: 0, above 1 and below 0
- large entries: at 1000 and -1000 all four are exact, without a warning
  (float64)
- shape (): x may be a 0-d array, such as np.array(0.5)
"""

import numpy as np


def relu_grad(x):
    raise NotImplementedError


def leaky_relu_grad(x, slope=0.01):
    raise NotImplementedError


def sigmoid_grad(x):
    raise NotImplementedError


def tanh_grad(x):
    raise NotImplementedError
