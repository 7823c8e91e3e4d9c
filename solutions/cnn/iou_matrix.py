"""Intersection over union of all pairs by broadcasting.

Along each axis the intersection begins at the larger start and ends at the smaller end. A negative length means that
the boxes are apart on that axis, so it is cut off at 0 before the two lengths are multiplied: the product of two
negative lengths would be positive. The division skips unions of area 0; a constant in the denominator would distort
small boxes.

O(n m) time and memory.
"""

import numpy as np


def iou_matrix(a, b):
    """(n, m) intersection over union of boxes (x1, y1, x2, y2)."""
    ax1, ay1, ax2, ay2 = a.T[:, :, None]  # each (n, 1)
    bx1, by1, bx2, by2 = b.T  # each (m,)
    width = np.maximum(np.minimum(ax2, bx2) - np.maximum(ax1, bx1), 0)  # (n, m)
    height = np.maximum(np.minimum(ay2, by2) - np.maximum(ay1, by1), 0)
    intersection = width * height
    union = (ax2 - ax1) * (ay2 - ay1) + (bx2 - bx1) * (by2 - by1) - intersection
    return np.divide(intersection, union, out=np.zeros(union.shape), where=union > 0)


# What an interviewer asks next
#
# Where does a detector use IoU? It decides which predictions match which labels in training and evaluation, and which
# predictions non-maximum suppression drops as duplicates. COCO averages the precision over IoU thresholds from 0.5 to
# 0.95.
#
# What is wrong with 1 - IoU as a loss for box regression? Boxes that do not overlap have IoU 0 however far apart they
# are, so the gradient is 0. GIoU subtracts the share of the smallest enclosing box that the union leaves empty. DIoU
# subtracts the squared distance of the centers divided by the squared diagonal of the enclosing box.
#
# How does IoU relate to the Dice score? Dice is 2 · intersection / (area_a + area_b) = 2 · IoU / (1 + IoU). It grows
# with the IoU, so both rank pairs alike, and for any partial overlap Dice is larger.
#
# What if pixels are counted, with x2 the last pixel that belongs to the box? A side then has x2 - x1 + 1 pixels. The
# old PASCAL VOC code counts so; mixing both conventions shifts the IoU of small boxes most.
