"""ReLU

The rectified linear unit keeps positive entries and replaces all others with
0. Elementwise,

    relu(x) = max(0, x)

x        floats, an array of any shape
returns  an array of x's shape

    >>> relu(np.array([[-1.5, 0.0], [2.0, -0.5]]))
    array([[0., 0.],
           [2., 0.]])

Edge cases
- zeros: 0.0 and -0.0 become 0, of either sign
- shape (): x may be a 0-d array, such as np.array(2.0)
"""

import numpy as np


def relu(x):
    raise NotImplementedError
