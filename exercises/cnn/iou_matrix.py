"""IoU of boxes

Compare every box of one set with every box of another by their intersection
over union:

    out[i, j] = area(a_i and b_j) / area(a_i or b_j)

The union of two boxes has the area of both minus that of their intersection.
A box is (x1, y1, x2, y2): it reaches from x1 to x2 and from y1 to y2, so its
area is (x2 - x1) * (y2 - y1).

a        (n, 4), one box per row, with x1 <= x2 and y1 <= y2
b        (m, 4), boxes of the same kind
returns  an array (n, m)

    >>> a = np.array([[0.0, 0.0, 4.0, 2.0]])
    >>> b = np.array([[2.0, 0.0, 6.0, 2.0], [0.0, 0.0, 2.0, 1.0]])
    >>> iou_matrix(a, b).round(4)
    array([[0.3333, 0.25  ]])

Edge cases
- touching boxes: boxes that share only an edge or a corner give 0
- no area: a box may have x1 = x2 or y1 = y2; where the union has area 0,
  the result is 0
- small boxes: sides may be as short as 1e-4; the results are right to a
  relative error of 1e-9
"""

import numpy as np


def iou_matrix(a, b):
    raise NotImplementedError
