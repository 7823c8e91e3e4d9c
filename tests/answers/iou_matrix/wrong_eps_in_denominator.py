# 1e-6 in the denominator distorts small boxes
import numpy as np


def iou_matrix(a, b):
    wh = np.clip(np.minimum(a[:, None, 2:], b[:, 2:]) - np.maximum(a[:, None, :2], b[:, :2]), 0, None)
    inter = wh[..., 0] * wh[..., 1]
    union = np.prod(a[:, 2:] - a[:, :2], 1)[:, None] + np.prod(b[:, 2:] - b[:, :2], 1)[None] - inter
    return inter / (union + 1e-6)
