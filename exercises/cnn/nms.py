"""Non-maximum suppression

A detector reports the same object several times. Keep the box of highest
score and drop every box that overlaps it too much. Then do the same with the
boxes that are left, until none is left:

    go through the boxes by descending score; drop a box if its IoU with a
    box that was kept before is above the threshold, else keep it

IoU is intersection over union. A box (x1, y1, x2, y2) reaches from x1 to x2
and from y1 to y2, and its area is (x2 - x1) * (y2 - y1). A dropped box drops
no other.

boxes      (n, 4), one box (x1, y1, x2, y2) per row, with x1 < x2 and y1 < y2
scores     (n,), one score per box; they may be negative
threshold  a number from 0 to 1
returns    the indices of the kept boxes by descending score, as a list or an
           array of integers

    >>> boxes = np.array([[0.0, 0.0, 4.0, 4.0], [0.0, 0.0, 4.0, 3.0],
    ...                   [6.0, 0.0, 9.0, 2.0]])
    >>> kept = nms(boxes, np.array([0.6, 0.8, 0.7]), 0.5)
    >>> [int(index) for index in kept]
    [1, 2]

Edge cases
- one box: n = 1 works
- equal scores: the lower index comes first, also among many boxes
- equal to the threshold: a box is kept if its IoU is exactly the threshold
- threshold 0 or 1: with 0, a box that shares any area with a kept one is
  dropped; with 1, all boxes are kept
- no boxes: boxes (0, 4) and scores (0,) give an empty list or array
"""

import numpy as np


def nms(boxes, scores, threshold):
    raise NotImplementedError
