"""A grid of points: two linspaces, their meshgrid, and both tables read row by row.

`np.linspace` includes both ends and hits the stop exactly, where `np.arange` with a float step may miss it or run
past it. `np.meshgrid` returns two (n, n) tables in which, by default, x varies along the columns; read row by
row, x therefore changes fastest.

O(n²).
"""

import numpy as np


def point_grid(x_range, y_range, n):
    """All n * n points (x, y) over the two ranges, x changing fastest."""
    x = np.linspace(*x_range, n)
    y = np.linspace(*y_range, n)
    x_table, y_table = np.meshgrid(x, y)  # (n, n) each
    return np.stack([x_table.ravel(), y_table.ravel()], axis=1)  # (n * n, 2)


# What an interviewer asks next
#
# How do the model's answers become a picture? labels = model(point_grid(...)); labels.reshape(n, n) has y
# along the rows and x along the columns, which is what contourf wants; imshow draws the first row on top
# unless origin="lower".
#
# Why not np.arange(start, stop + step, step)? The step is rounded, so whether the last point is the stop,
# or one beyond it, is luck. arange is for integers.
#
# What does indexing="ij" change? The tables are transposed: the first coordinate then varies along the
# rows, so y would change fastest here.
