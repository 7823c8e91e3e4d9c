"""A grid of points in the plane

To draw a classifier's decision regions, you ask it about every point of a
grid. Make that grid. Take n evenly spaced values of x from the start to the
stop of its range, both included, and n values of y in the same way. Return
one row for every pair of them.

x_range, y_range   (start, stop), each a tuple of two numbers
n                  how many values on each axis, 1 or more
returns            a float64 array (n * n, 2): the points (x, y), one per row;
                   x changes fastest, and y goes from its start to its stop

    >>> point_grid((0.0, 2.0), (5.0, 6.0), 2)
    array([[0., 5.],
           [2., 5.],
           [0., 6.],
           [2., 6.]])

Edge cases
- one point: n = 1 gives the single point (start of x, start of y)
- descending ranges: a stop may be below its start
- int ranges: the ends may be ints; the points are still floats
- narrow ranges: down to 1e-6 wide, or with start equal to stop
"""

import numpy as np


def point_grid(x_range, y_range, n):
    raise NotImplementedError
