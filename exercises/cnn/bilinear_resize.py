"""Bilinear resize

Resize an image by sampling it at fractional positions, with the corners
aligned: the first output row is the first input row, and the last is the
last. Output row i samples the input at row

    r = i * (H - 1) / (out_h - 1)

and output column j at column c, likewise with W and out_w. Between pixels the
image is linear along each axis. With top = floor(r) and u = r - top, a value
on a column is

    (1 - u) * image[top] + u * image[top + 1]

and the same holds along the columns with c. Where u is 0, row `top` alone
counts.

image    (H, W)
out_h    the number of rows of the result, 1 or more
out_w    the number of columns of the result, 1 or more
returns  an array (out_h, out_w)

    >>> image = np.array([[0.0, 10.0], [20.0, 50.0]])
    >>> bilinear_resize(image, 3, 2)
    array([[ 0., 10.],
           [10., 30.],
           [20., 50.]])
    >>> bilinear_resize(image, 2, 5)
    array([[ 0. ,  2.5,  5. ,  7.5, 10. ],
           [20. , 27.5, 35. , 42.5, 50. ]])

Edge cases
- one output row or column: where out_h = 1, sample row 0; where out_w = 1,
  column 0
- one input row or column: H = 1 or W = 1 works, and every output row or
  column is that one
"""

import numpy as np


def bilinear_resize(image, out_h, out_w):
    raise NotImplementedError
