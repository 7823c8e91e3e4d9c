# a box that was dropped still drops others
import numpy as np


def nms(boxes, scores, threshold):
    order = np.argsort(-scores, kind="stable")
    b = boxes[order]
    wh = np.maximum(np.minimum(b[:, None, 2:], b[None, :, 2:]) - np.maximum(b[:, None, :2], b[None, :, :2]), 0)
    inter = wh[..., 0] * wh[..., 1]
    area = (b[:, 2] - b[:, 0]) * (b[:, 3] - b[:, 1])
    iou = np.triu(inter / (area[:, None] + area - inter), 1)
    return order[~(iou > threshold).any(axis=0)]
