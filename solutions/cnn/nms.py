"""Greedy non-maximum suppression.

The candidates are sorted once, and the sort is stable, so that equal scores keep the order of their indices. The first
candidate is kept. All others are compared with it at once, and those that overlap it too much leave the list. So a box
is compared with kept boxes only, and never with one that has been dropped.

O(n log n + n k) time for k kept boxes, O(n²) at worst.
"""

import numpy as np


def nms(boxes, scores, threshold):
    """Indices of the kept boxes by descending score."""
    order, kept = np.argsort(-scores, kind="stable"), []
    while len(order):
        best, rest = order[0], order[1:]
        kept.append(best)
        order = rest[_iou(boxes[best], boxes[rest]) <= threshold]
    return np.array(kept, dtype=int)


def _iou(box, boxes):
    """IoU of one box (4,) with boxes (m, 4), all of which have area."""
    x1, y1, x2, y2 = boxes.T
    width = np.maximum(np.minimum(box[2], x2) - np.maximum(box[0], x1), 0)
    height = np.maximum(np.minimum(box[3], y2) - np.maximum(box[1], y1), 0)
    intersection = width * height
    return intersection / ((box[2] - box[0]) * (box[3] - box[1]) + (x2 - x1) * (y2 - y1) - intersection)


# What an interviewer asks next
#
# How do you run it for many classes at once? Boxes of different classes must not drop each other. Add to all
# coordinates of a box its class times a number larger than the image, then one call handles all classes, because boxes
# of different classes no longer overlap.
#
# How do you choose the threshold? A low one drops neighbors that are different objects, which costs recall in crowds. A
# high one leaves duplicates, which cost precision. Tune it on validation data by the metric that counts.
#
# What does Soft-NMS change? It lowers the score of an overlapping box instead of dropping it, for example by the factor
# exp(-IoU² / sigma). A second object close to the first then survives with a lower score.
#
# How do detectors do without it? DETR predicts a set of boxes and is trained with a one-to-one matching, so a second
# prediction of the same object is punished as a false positive. Self-attention between the predictions lets them avoid
# duplicates.
