"""How gradients vanish and explode

Send a batch through a stack of tanh layers without biases:

    a_0 = x
    a_l = tanh(a_(l-1) @ W_l)    for l = 1 .. L

Let S be the sum of all entries of the last output a_L. Measure what is left
of its gradient at each layer: the Euclidean norm, over all entries, of the
gradient of S with respect to that layer's input a_(l-1).

weights  a list of L >= 1 arrays (d, d)
x        (n, d), one sample per row
returns  an array or list (L,), with the norm for the first layer's input
         first and the one for the last layer's input last

With one number per layer, you can check it by hand: tanh'(0) = 1, so every
layer multiplies the gradient by its weight.

    >>> weights = [np.array([[2.0]]), np.array([[0.5]]), np.array([[3.0]])]
    >>> gradient_flow(weights, np.array([[0.0]]))
    array([3. , 1.5, 3. ])

Edge cases
- one layer: L = 1 works
- one sample: n = 1 works
- one feature: d = 1 works
- extreme sizes: the norms may be as small as 1e-7 or as large as 1e5
"""

import numpy as np


def gradient_flow(weights, x):
    raise NotImplementedError
