"""A grid of points in the plane

To draw a classifier's decision regions you ask it for every point of a grid. Make that grid: n values of x
from the start to the stop of its range, both included and evenly spaced, n values of y likewise, and every
pair of them as a row.

x_range, y_range   (start, stop) each; the stop may lie below the start
n                  how many values on each axis
returns            (n * n, 2), the points (x, y), one a row; x changes fastest, and y goes from its start
                   to its stop

    >>> point_grid((0.0, 2.0), (5.0, 6.0), 2)
    array([[0., 5.],
           [2., 5.],
           [0., 6.],
           [2., 6.]])

Edge cases: n = 1 gives the single point of the two starts.
"""

import numpy as np


def point_grid(x_range, y_range, n):
    raise NotImplementedError
