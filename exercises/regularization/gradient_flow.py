"""How gradients vanish and explode

Send a batch through a stack of tanh layers without biases,

    a_0 = x,    a_l = tanh(a_(l-1) @ W_l)    for l = 1 .. L

let S be the sum of all entries of the last a_L, and measure what is left of its gradient at each layer: the
Euclidean norm, over all entries, of the gradient of S with respect to that layer's input a_(l-1).

weights  list of L arrays (d, d)
x        (n, d), one sample a row
returns an array (L,): the norm for the first layer's input first, for the last layer's input last

With one number per layer it can be done by hand: tanh'(0) = 1, so every layer multiplies the gradient by
its weight.

    >>> gradient_flow([np.array([[2.0]]), np.array([[0.5]]), np.array([[3.0]])], np.array([[0.0]]))
    array([3. , 1.5, 3. ])

Edge cases: a single layer, a single sample, d = 1.
"""

import numpy as np


def gradient_flow(weights, x):
    raise NotImplementedError
