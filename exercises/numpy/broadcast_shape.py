"""The shape that two shapes broadcast to

Work out, from two shapes alone, the shape of `x + y`. The shapes are aligned at their last axes; the
shorter one is taken to have axes of length 1 in front. On each axis the two lengths must agree, or one of
them must be 1, and then the other one counts:

    m, m -> m        1, n -> n        m, 1 -> m        anything else -> ValueError

a, b      shapes: tuples of ints, perhaps of different lengths, perhaps empty
returns   the broadcast shape, a tuple of ints

    >>> broadcast_shape((3, 1), (1, 4))
    (3, 4)
    >>> broadcast_shape((2, 3, 4), (4,))
    (2, 3, 4)

Do it without NumPy's own broadcasting: no np.broadcast_shapes or its relatives, and no arrays of these
shapes, which may be far too large to exist.

Edge cases: () is the shape of a scalar, and a length of 0 is a length like any other: 0 with 1 gives 0, 0
with 3 raises.
"""

import numpy as np


def broadcast_shape(a, b):
    raise NotImplementedError
