"""The shape that two shapes broadcast to

Work out, from two shapes alone, the shape of `x + y`. Align the shapes at
their last axes, and give the shorter one axes of length 1 in front. On each
axis, the two lengths must agree, or one of them must be 1. A length of 1
stretches to the other one:

    m, m -> m     1, n -> n     m, 1 -> m     anything else -> ValueError

a, b      shapes: tuples of ints, perhaps of different lengths
returns   the broadcast shape, a tuple of ints

    >>> broadcast_shape((3, 1), (1, 4))
    (3, 4)
    >>> broadcast_shape((2, 3, 4), (4,))
    (2, 3, 4)

Do it without NumPy's own broadcasting: do not call np.broadcast_shapes,
np.broadcast, np.broadcast_to, np.broadcast_arrays or np.nditer, and make no
arrays of these shapes.

Edge cases
- mismatches: two different lengths, neither of them 1, raise ValueError
- scalars: () is the shape of a scalar; with any shape it gives that shape
- lengths of 0: 0 is like any other length; 0 with 1 gives 0, and 0 with 3
  raises ValueError
- huge shapes: too large to exist as arrays, or with thirty axes
"""

import numpy as np


def broadcast_shape(a, b):
    raise NotImplementedError
