# counts the last pixel, x2 - x1 + 1
import numpy as np


def iou_matrix(boxes1, boxes2):
    out = np.zeros((boxes1.shape[0], boxes2.shape[0]))
    for i, p in enumerate(boxes1):
        for j, q in enumerate(boxes2):
            iw = min(p[2], q[2]) - max(p[0], q[0]) + 1
            ih = min(p[3], q[3]) - max(p[1], q[1]) + 1
            if iw > 0 and ih > 0:
                ua = (p[2] - p[0] + 1) * (p[3] - p[1] + 1) + (q[2] - q[0] + 1) * (q[3] - q[1] + 1) - iw * ih
                out[i, j] = iw * ih / ua
    return out
